import assert from 'node:assert/strict';
import { dontLine, dontLineFor, isFitForReporter } from '../../../cards/texts/dont.ts';

const reporter = (step: string) => [{ who: 'reporter' as const, step }];

describe('what not to do', () => {
  it('is said the same way everywhere', () => {
    assert.equal(dontLine, 'You don’t need to reset your password or clear cookies. Please don’t remove your work account or sign out of Windows.');
    assert.equal(dontLineFor(reporter('Restart the laptop once.')), dontLine);
  });

  it('gives way to a step that signs out, reconnects or changes an expired password', () => {
    for (const step of ['Sign out of Windows and in again.', 'Disconnect this work account and connect it again.', 'sign out and in on the VPN']) {
      assert.match(dontLineFor(reporter(step)), /Apart from the steps above, please don’t/);
    }
    assert.doesNotMatch(dontLineFor(reporter('Your password has expired: choose “Change a password”.')), /reset your password/);
  });
});

describe('a step for a reporter', () => {
  it('may be anything they can do in their own session', () => {
    for (const step of [
      'Open cmd in your own session (not as administrator), run “dsregcmd /status | clip” and paste it.',
      'Install all Windows updates, check that BitLocker is on, and restart once.',
      'Open Settings > Accounts > Access work or school, disconnect this work account and connect it again.',
    ]) {
      assert.equal(isFitForReporter(step), true, step);
    }
  });

  it('never needs an administrator and never costs them the laptop', () => {
    for (const step of [
      'In an elevated command prompt run “dsregcmd /status”.',
      'Run dsregcmd /leave.',
      'dsregcmd.exe /forcerecovery',
      'Open certlm.msc.',
      'Clear the TPM.',
      'Reset this PC.',
      'Delete the device record.',
      'Have the BitLocker key written down.',
      'w32tm /resync',
    ]) {
      assert.equal(isFitForReporter(step), false, step);
    }
  });
});
