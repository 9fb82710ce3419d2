import assert from 'node:assert/strict';
import { whoHasIt } from '../../bot/cases/who-has-it.ts';
import { diagnose } from '../../bot/diagnosis/diagnose.ts';
import { reporterCard, triageCard } from '../../cards/index.ts';
import { recordedCases } from '../fixtures/read-case.ts';
import { aCase, frame, now } from './helpers/cases.ts';
import { cardShape } from './helpers/shape.ts';
import { complaints, words } from './helpers/stock.ts';

const drawn = recordedCases().map(({ slug, examination }) => {
  const diagnosis = diagnose(examination);
  const c = aCase({ state: 'diagnosed', diagnosis, holder: whoHasIt('diagnosed', undefined, diagnosis), captureCount: examination.captures.length });
  return { slug, diagnosis, reporter: reporterCard(c, frame, now), triage: triageCard(c, frame, now) };
});

describe('the cards of the recorded cases', () => {
  it('are valid and within their size', () => {
    for (const { slug, reporter, triage } of drawn) {
      for (const { card } of [reporter, triage]) {
        assert.deepEqual(complaints(card), [], slug);
        assert.ok(cardShape.safeParse(card).success, slug);
        assert.ok(Buffer.byteLength(JSON.stringify(card)) <= 25 * 1024, slug);
      }
    }
  });

  it('show the reporter every step that is theirs', () => {
    for (const { slug, diagnosis, reporter } of drawn) {
      const said = words(reporter.card).join('\n').replaceAll('\u200b', '');
      for (const { who, step } of diagnosis.next.slice(0, 6)) if (who === 'reporter') assert.ok(said.includes(step.slice(0, 60)), `${slug}: ${step}`);
    }
  });

  it('do not contradict the steps they show', () => {
    for (const { slug, reporter } of drawn) {
      const said = words(reporter.card).join('\n');
      if (/password has expired/.test(said)) assert.doesNotMatch(said, /don’t need to reset your password/, slug);
      if (/disconnect this work account|sign out and in/.test(said)) assert.match(said, /Apart from the steps above/, slug);
    }
  });

  it('give the reporter nothing that needs an administrator, and the helpdesk the next step in full', () => {
    for (const { slug, diagnosis, reporter, triage } of drawn) {
      const said = words(reporter.card).filter((text) => !text.startsWith('The guide ')).join('\n');
      assert.doesNotMatch(said, /elevated command prompt|forcerecovery|dsregcmd\s*\/(?!status)|w32tm|netsh/i, slug);
      for (const step of [diagnosis.decider?.step, diagnosis.next[0]?.step]) if (step) assert.ok(words(triage.card).join('\n').replaceAll('\u200b', '').includes(step.slice(0, 100)), slug);
    }
  });

  it('promise nothing about a pass', () => {
    for (const { reporter, triage } of drawn) {
      for (const text of [...words(reporter.card), ...words(triage.card)]) {
        if (/access pass/i.test(text)) assert.match(text, /and nothing else|doesn’t make a device meet a rule/);
      }
    }
  });
});
