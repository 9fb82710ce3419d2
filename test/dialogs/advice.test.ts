import assert from 'node:assert/strict';
import { adviceCard } from '../../cards/index.ts';
import { adviceOn, topicIn, topics } from '../../dialogs/common/advice.ts';
import { plainText } from '../../dialogs/understand/plain-text.ts';

const asked: Record<string, readonly string[]> = {
  cookies: ['should I clear my cookies?', 'Do I have to clear the cache?'],
  'reset-password': ['should I reset my password?', 'Is my PIN the reason?'],
  certificate: ['can I delete the certificate in certlm', 'shall I run CCleaner?', 'a certificate cleaner tool?'],
  leave: ['dsregcmd /leave?', 'should I disconnect my work account', 'shall I rejoin the domain'],
  'conditional-access-off': ['can you turn off Conditional Access?', 'disable the policy just to test', 'can you exclude me from the policy'],
  'temporary-access-pass': ['can I have a Temporary Access Pass?', 'does a TAP bypass the device rule?'],
  'reset-laptop': ['should I reinstall Windows?', 'clear the TPM?'],
  'sign-out-and-in': ['sign out and in again?', 'should I restart my laptop?'],
  'what-is-it': ['What is CAA50021?', 'what does this error mean?'],
  'always-device': ['Is CAA50021 always a device-state problem?', 'can the VPN be the reason?'],
  'my-fault': ['is it my fault?', 'was I hacked?'],
  'how-long': ['how long will it take?', 'when will it work again'],
  'data-loss': ['will I lose my files?', 'is my data safe?'],
  'why-only-me': ['why only me?', 'my colleagues are fine'],
  'keep-working': ['what can I do in the meantime?', 'can I use my phone?'],
  'run-dsregcmd': ['how do I run dsregcmd?', 'is the command safe?'],
  'both-yes': ['AzureAdJoined YES and AzureAdPrt YES but still fails', 'both are YES'],
  powershell: ['Is there a PowerShell script to find devices at risk?', 'Get-MgDevice'],
};

describe('advice', () => {
  it('has a question in this test for every topic', () => {
    assert.deepEqual(topics.map(({ id }) => id).sort(), Object.keys(asked).sort());
  });

  for (const [topic, questions] of Object.entries(asked)) {
    for (const question of questions) {
      it(`answers "${question}" with ${topic}`, () => assert.equal(topicIn(plainText(question)), topic));
    }
  }

  for (const { id } of topics) {
    it(`fits its card, links to Microsoft and promises nothing false: ${id}`, () => {
      const advice = adviceOn(id);
      assert.ok(advice);
      const { card, summary } = adviceCard(advice, {});
      const shown = JSON.stringify(card);
      assert.ok(shown.includes(advice.learnMore?.url ?? 'missing'), 'the link is on the card');
      assert.match(advice.learnMore?.url ?? '', /^https:\/\/learn\.microsoft\.com\//);
      assert.ok(summary.startsWith(advice.title));
      assert.doesNotMatch(shown, /bypass(es)? the (device|rule)|Continuous Access|98 ?%|95 ?%/i);
      for (const paragraph of advice.body) assert.ok(paragraph.length <= 400);
    });
  }

  it('never tells anybody to delete, leave, clear or reset', () => {
    for (const { body } of topics) {
      for (const sentence of body.join(' ').split(/(?<=[.!?]) /)) assert.doesNotMatch(sentence, /^(delete|clear|reset|remove|run dsregcmd \/(?!status)|disconnect|disable)\b/i);
    }
  });

  it('has nothing on a topic nobody wrote', () => {
    for (const id of ['', 'nope', '__proto__', 'constructor']) assert.equal(adviceOn(id), undefined);
  });
});
