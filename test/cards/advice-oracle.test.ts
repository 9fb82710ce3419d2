import assert from 'node:assert/strict';
import { helpCard, questionsCard, reporterCard, triageCard, welcomeCard } from '../../cards/index.ts';
import type { CardJson } from '../../bot/cases/ports.ts';
import { aCase, asked, diagnosed, frame, now } from './helpers/cases.ts';
import { generated, verdicts } from './helpers/generated.ts';
import { nodes, words } from './helpers/stock.ts';

/** Sentences of a card. What the guide proposes is quoted in order to depart from it, and always begins so. */
function sentences(card: CardJson): readonly string[] {
  return words(card)
    .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
    .filter((sentence) => !sentence.startsWith('The guide '));
}

const refuses = /\b(don’t|doesn’t|won’t|not|never|no|isn’t|without|instead)\b/i;

/** Advice that costs people time, or their access. A sentence may mention it only to say no. */
const costly: readonly RegExp[] = [
  /cookie/i,
  /(reset|change|new|another) (\w+ )?password|password reset/i,
  /cleaner/i,
  /(disable|switch(ed)? off|turn off|remove) (\w+ )?(conditional access|policy|policies)/i,
  /(remove|disconnect) (\w+ )?(work )?account/i,
  /sign out of windows/i,
  /clear (\w+ )?(tpm|chip|cache|credentials)/i,
  /\bdelet(e|ing)\b/i,
];

/** What only an administrator can do, or what locks a person out. Never on a reporter's card. */
const notTheirs = /dsregcmd\s*\/(?!status)|\/leave|forcerecovery|certlm|regedit|manage-bde|Start-ADSync|powershell|\belevated\b|KeySignTest|wipe|retire/i;

describe('advice to reporters', () => {
  const theirs = [
    welcomeCard(frame),
    helpCard(frame),
    questionsCard(aCase(), frame),
    ...generated().map((c) => reporterCard(c, frame, now)),
  ];

  it('mentions cookies, passwords, cleaners and the like only to say no', () => {
    for (const { card } of theirs) {
      for (const sentence of sentences(card)) {
        for (const advice of costly) if (advice.test(sentence)) assert.match(sentence, refuses, sentence);
      }
    }
  });

  it('never names a step for administrators', () => {
    for (const { card } of theirs) for (const sentence of sentences(card)) assert.doesNotMatch(sentence, notTheirs);
  });

  it('leaves technicians’ steps to technicians, whoever they were written for', () => {
    const risky = [
      'Run dsregcmd /leave in an elevated prompt.',
      'Open certlm.msc and delete the certificate.',
      'Clear the TPM in Windows Security.',
      'Reset this PC.',
      'Run manage-bde -protectors -get C: in PowerShell.',
    ];
    for (const step of risky) {
      const c = diagnosed('record-deleted', { decider: { who: 'reporter', step }, next: [{ who: 'reporter', step }, { who: 'helpdesk', step }, { who: 'local-administrator', step }] });
      assert.ok(!words(reporterCard(c, frame, now).card).join('\n').includes(step), step);
      assert.ok(words(triageCard(c, frame, now).card).join('\n').includes(step), 'the helpdesk sees it as it is');
    }
  });

  it('says on every card that waits for something what not to do', () => {
    for (const c of generated()) {
      if (c.state === 'closed' || (c.state === 'collecting' && c.asking?.what === 'which-device' && c.device.choices?.length)) continue;
      const said = words(reporterCard(c, frame, now).card).join('\n');
      assert.match(said, /You don’t need to reset your password or clear cookies\./);
      assert.match(said, /please don’t remove your work account or sign out of Windows\./i);
    }
  });

  it('does not contradict a step that signs out', () => {
    const c = diagnosed('hybrid-sync', { next: [{ who: 'reporter', step: 'Sign out of Windows and sign in again on the company network.' }] });
    assert.match(words(reporterCard(c, frame, now).card).join('\n'), /Apart from the steps above, please don’t/);
  });

  it('promises nothing about a pass', () => {
    for (const c of generated()) {
      for (const shown of [reporterCard(c, frame, now), triageCard(c, frame, now)]) {
        for (const text of words(shown.card)) {
          if (!/\bpass\b(?! its)/i.test(text)) continue;
          assert.match(text, /a pass is a way to sign in and doesn’t make a device meet a rule/);
        }
      }
    }
  });

  it('sends nobody to an administrator’s window: that part is folded away and says whom it is for', () => {
    const { card } = reporterCard(asked('elevated-capture'), frame, now);
    const folded = nodes(card).filter(({ id }) => id === 'for-it');
    assert.equal(folded.length, 1);
    const visible = { type: 'AdaptiveCard', body: (card.body as readonly { id?: string }[]).filter(({ id }) => id !== 'for-it') } as CardJson;
    assert.doesNotMatch(words(visible).join('\n'), /as administrator|dsregcmd/);
    assert.match(words(visible).join('\n'), /You don’t have to do anything/);
  });

  it('answers the reporter’s questions for every verdict', () => {
    for (const verdict of verdicts) {
      const said = words(reporterCard(diagnosed(verdict), frame, now).card);
      for (const question of ['Is it my fault?', 'Who fixes it?', 'What happens next?', 'How long will it take?']) {
        assert.ok(said.includes(question), `${verdict}: ${question}`);
      }
      assert.ok(said.some((text) => text.startsWith('What can I do now?')), verdict);
    }
  });
});
