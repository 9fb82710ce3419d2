import assert from 'node:assert/strict';
import { understand } from '../../dialogs/understand/understand.ts';

const table: Record<string, readonly string[]> = {
  report: [
    'CAA50021',
    'caa50021',
    'CAA 50021',
    '0xCAA50021',
    '0xcaa50021',
    'caa-50021',
    '3399811105',
    'Fehler CAA50021',
    'erreur CAA50021 depuis ce matin',
    'Code d’erreur : CAA50021',
    'エラー CAA50021 が出ます',
    'Hallo, ich bekomme den Fehler 0xCAA50021',
    'error code: CAA20004',
    'AADSTS53003: Access has been blocked by Conditional Access policies.',
    'AADSTS50155',
    'Something went wrong. Error tag: 86q8k Error code: 3399811105',
    "I can't sign in",
    'i cant sign in',
    'I can not sign in',
    'cannot log in to teams',
    "can't login",
    'unable to log in',
    'Help, I cannot sign in!!!',
    'hello, i can’t log on to my laptop',
    "couldn't sign in to outlook this morning",
    "Teams won't let me in",
    'teams says something went wrong',
    'Outlook keeps asking for my password',
    'I am locked out',
    'locked out of everything',
    'it signed me out and I cannot get back in',
    'my login fails',
    'login failed',
    'sign in not working',
    'sign-in is broken',
    "office doesn't work",
    'teams not working',
    'Outlook stopped working',
    'I get an error when I open Word',
    'there is an error',
    'error',
    'access denied',
    "You can't get there from here",
    'it says my device must be managed',
    'my laptop is not compliant',
    "Your sign-in was successful but doesn't meet the criteria",
    'got a new laptop and cannot sign in',
    'problems with signing in',
    'having trouble logging in',
    'I have issues accessing my email',
    'still not working',
    "it still doesn't work",
    'same error again',
    'My colleague and I both get caa50021 again',
    'no access to sharepoint',
    'excel says access is blocked',
    'password keeps looping, prompted over and over to sign in',
    "we couldn't sign you in",
  ],
  advice: [
    'Is CAA50021 always a device-state problem?',
    'Can I prevent CAA50021 entirely by removing my device-compliance Conditional Access policy?',
    'Will deleting the MS-Organization-Access certificate cause data loss?',
    'Why does this only happen to some users in my tenant?',
    'Is there a PowerShell way to detect which devices are at risk before they hit CAA50021?',
    'should I clear my cookies?',
    'do I have to clear the cache?',
    'should I reset my password?',
    'do i need a new password',
    'Can I delete the certificate?',
    'should i run ccleaner',
    'shall I run a certificate cleaner?',
    'Can we disable Conditional Access?',
    'turn off the policy please?',
    'should I run dsregcmd /leave?',
    'what about dsregcmd /leave',
    'should I disconnect my work account?',
    'Can I get a Temporary Access Pass?',
    'would a TAP help?',
    'should I sign out and in again?',
    'does it help to restart the laptop?',
    'what is CAA50021?',
    'What does CAA50021 mean?',
    'what does this error mean',
    'is it my fault?',
    'did I do something wrong?',
    'have I been hacked?',
    'how long will it take?',
    'how long does this take',
    'when will it be fixed?',
    'will I lose my data?',
    'are my files safe',
    'why only me?',
    'am I the only one',
    'everyone else is fine',
    'what can I use in the meantime?',
    'can I use my private laptop?',
    'both lines say YES, what now?',
    'how do I find devices at risk with PowerShell?',
    'Get-MgDevice',
    'is the command safe? what is dsregcmd',
    'how do I run dsregcmd',
    'should I reset the laptop?',
    'clear the tpm?',
  ],
  solved: [
    'it works now',
    'It works again!',
    'works now, thanks',
    'solved',
    'fixed',
    'problem solved',
    'I can sign in again',
    'I can sign in now',
    "I'm in!",
    'everything is working again',
    'the error is gone',
    'all good now',
    'issue resolved',
    'teams is back',
    'that worked!',
    'everything is fine now',
  ],
  status: ['status', 'Status?', 'any news?', 'what is happening', 'where are we?', 'who has my case?', 'show my case', 'my case', 'any updates', 'what now?', 'what should I do now?', 'is it fixed yet?', 'update please'],
  help: ['help', 'Help!', '?', 'what can you do?', 'who are you', 'how does this work', '/help', 'commands', 'can you help me'],
  'start-over': ['start over', 'Start again please', 'new case', 'restart', 'reset', 'begin from scratch', 'open a new case'],
  cancel: ['cancel', 'never mind', 'nevermind', 'stop', 'forget it', 'close my case', 'quit'],
  thanks: ['thanks', 'Thank you!', 'thx', 'danke', 'ok', 'okay thanks', 'great', 'perfect, thanks a lot', 'got it', 'cool', 'merci beaucoup', 'good bot'],
  greeting: ['hi', 'Hello', 'hey there', 'good morning', 'Hi bot!', 'moin', 'guten Tag', 'test'],
  emoji: ['👍', '😭😭', '🙏🏽', '❤️', ':)', ':-(', '👨‍👩‍👧'],
  yes: ['yes', 'Yes please', 'yep', 'ja', 'sure', 'y'],
  no: ['no', 'nope', 'not yet', 'nein', 'n'],
  questions: ["I can't paste", 'ask me the questions', 'I can only read the screen', 'questions', "pasting doesn't work", 'four questions please'],
  recheck: ['check again', 'done', 'I did it', "I've restarted", 'ok, i have done that', 'look again please', 'recheck', 'try again'],
  person: ['I want to talk to a human', 'can I speak to someone', 'agent', 'talk to a person', 'call me'],
  'other-device': ['it is my other laptop', 'now the second laptop as well', 'my other laptop has CAA50021 too', 'same on another PC', 'other laptop CONTOSO-7'],
  empty: ['', '   ', '\n\n'],
  unclear: ['the quick brown fox', 'lorem ipsum', 'pizza', 'asdfgh', '12345', '5550123456', '{"a":1}'],
  paste: ['lorem ipsum dolor '.repeat(100)],
  'too-long': ['x'.repeat(300_000), 'CAA50021 '.repeat(600_000)],
  capture: [
    'AzureAdJoined : YES\nDomainJoined : NO\nAzureAdPrt : NO',
    '+----------------------------------------------------------------------+\n| Device State |\n+----------------------------------------------------------------------+\n\n AzureAdJoined : YES\n EnterpriseJoined : NO\n DomainJoined : NO',
    'here you are:\n                AzureAdPrt : NO\n      AzureAdPrtUpdateTime : 2026-11-22 08:00:00.000 UTC',
  ],
  secret: [
    'my password is Hunter2!',
    'My password: Sommer2026',
    'password=hunter22',
    'the pin is 482913',
    'TAP is 3f9Kd8aQ',
    'temporary access pass: B7xkQ29s',
    '123456-234567-345678-456789-567890-678901-789012-890123',
    'recovery key 123456 234567 345678 456789 567890 678901 789012 890123',
    'I cannot sign in, my password is "Winter-2026"',
    `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlc2lnbmF0dXJl`,
  ],
};

describe('understand', () => {
  for (const [kind, texts] of Object.entries(table)) {
    for (const text of texts) {
      it(`takes "${text.slice(0, 60).replaceAll('\n', ' ')}" for ${kind}`, () => {
        assert.equal(understand(text).kind, kind);
      });
    }
  }

  const notSecrets = [
    'my password is not accepted',
    'the password is correct',
    'password is wrong?',
    'my pin is not working',
    'my password is expired',
    'the TAP is needed for what?',
    'I typed my password and it is fine',
  ];
  for (const text of notSecrets) {
    it(`does not take "${text}" for a secret`, () => assert.notEqual(understand(text).kind, 'secret'));
  }

  const notSolved = ["it doesn't work now", 'not solved', 'it worked yesterday but not today', 'nothing works', 'is it solved?', 'the error is back', 'my outlook is gone', "that's fine", 'this is good', 'it is ok', 'all good', 'it worked, here is the output', 'the command is done', "it isn't fixed", 'only teams works now'];
  for (const text of notSolved) {
    it(`does not take "${text}" for solved`, () => assert.notEqual(understand(text).kind, 'solved'));
  }

  it('looks at a hostile quarter of a megabyte in no time', () => {
    const hostile = ['-eyJ'.repeat(60_000), 'eyJa.'.repeat(50_000), 'password '.repeat(29_000), '123456-'.repeat(37_000), "can't ".repeat(43_000), '\u200d'.repeat(250_000), ': '.repeat(130_000)];
    const startedAt = performance.now();
    for (const text of hostile) understand(text);
    assert.ok(performance.now() - startedAt < 2_000);
  });

  it('hears the question beside the report', () => {
    assert.deepEqual(understand('I get CAA50021. Should I clear my cookies?'), { kind: 'report', codes: ['CAA50021'], topic: 'cookies' });
  });

  it('keeps other codes of a pasted error with the report', () => {
    const wish = understand('Something went wrong.\nError Code: CAA20004\nServer message: AADSTS53003: Access has been blocked\nCorrelation ID: 9a7f0a3e-1111-4222-8333-944455556666');
    assert.deepEqual(wish, { kind: 'report', codes: ['CAA20004', 'AADSTS53003'] });
  });

  it('knows that trouble was told beside a secret', () => {
    assert.deepEqual(understand("can't sign in, my password is Hunter2!"), { kind: 'secret', secret: 'password', reports: true });
  });

  it('takes a question that quotes the tool for a report with a question, not for an output', () => {
    const wish = understand('My user’s device shows AzureAdJoined: YES and AzureAdPrt: YES, but they still get CAA50021. What now?');
    assert.deepEqual({ kind: wish.kind, topic: 'topic' in wish ? wish.topic : undefined }, { kind: 'report', topic: 'both-yes' });
  });
});
