import assert from 'node:assert/strict';
import { isAllowedLink } from '../../../cards/text/links.ts';

describe('links on cards', () => {
  it('lead to Microsoft’s explaining pages', () => {
    assert.ok(isAllowedLink('https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd'));
    assert.ok(isAllowedLink('https://support.microsoft.com/windows'));
  });

  it('lead nowhere else', () => {
    for (const address of [
      'http://learn.microsoft.com/',
      'https://learn.microsoft.com.evil.example/',
      'https://learn.microsoft.com@evil.example/',
      'https://user:pw@learn.microsoft.com/',
      'https://login.microsoftonline.com/',
      'https://learn.microsoft.com:8443/',
      'javascript:alert(1)',
      'not an address',
      '',
    ]) {
      assert.equal(isAllowedLink(address), false, address);
    }
  });
});
