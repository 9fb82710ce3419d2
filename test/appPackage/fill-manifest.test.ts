import assert from 'node:assert/strict';
import { fillManifest } from '../../appPackage/fill-manifest.ts';

const settings = {
  MicrosoftAppId: 'a',
  TEAMS_APP_ID: 'b',
  TEAMS_APP_VERSION: '1.0.0',
  ORGANIZATION_NAME: 'He said "hi", {"x":1} \\ ${{TEAMS_APP_ID}} $&',
  ORGANIZATION_WEBSITE_URL: 'https://c',
  PRIVACY_URL: 'https://d',
  TERMS_OF_USE_URL: 'https://e',
};

describe('filling the manifest', () => {
  it('sets a value in as it is, whatever characters it has', () => {
    assert.deepEqual(JSON.parse(fillManifest('{"name":"${{ORGANIZATION_NAME}}","id":"${{TEAMS_APP_ID}}"}', settings)), { name: settings.ORGANIZATION_NAME, id: 'b' });
  });

  it('refuses a place no setting fills', () => {
    assert.throws(() => fillManifest('{"x":"${{SOMETHING}}"}', settings), /SOMETHING/);
  });
});
