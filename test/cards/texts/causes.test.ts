import assert from 'node:assert/strict';
import { verdictTexts } from '../../../cards/texts/causes.ts';
import { subReasonTexts } from '../../../cards/texts/sub-reasons.ts';
import { verdicts } from '../helpers/generated.ts';

describe('the texts of the verdicts', () => {
  it('are there for every verdict, each with a headline and a name of its own', () => {
    assert.deepEqual(Object.keys(verdictTexts).sort(), [...verdicts].sort());
    for (const key of ['name', 'plainTitle'] as const) {
      assert.equal(new Set(verdicts.map((verdict) => verdictTexts[verdict][key])).size, verdicts.length);
    }
  });

  it('are short enough for a phone, and whole sentences', () => {
    for (const verdict of verdicts) {
      const text = verdictTexts[verdict];
      assert.ok(text.plainTitle.length <= 75, `${verdict}: ${text.plainTitle.length}`);
      assert.doesNotMatch(text.plainTitle, /[.!]$/);
      for (const key of ['whatItMeans', 'yourFault', 'whoFixes', 'whatHappensNext', 'howLong', 'meanwhile'] as const) {
        assert.ok(text[key].length <= 230, `${verdict}.${key}: ${text[key].length}`);
        assert.match(text[key], /[.?]$/, `${verdict}.${key}`);
      }
    }
  });

  it('tell nobody that it was their fault', () => {
    for (const verdict of verdicts) assert.match(verdictTexts[verdict].yourFault, /^(No\.|Nothing points to you\.)/, verdict);
  });

  it('spare the reporter the words of Windows’ insides', () => {
    const jargon = /\b(PRT|WAM|TPM|MDM|Entra|Intune|AADSTS|certificate|token|registry|compliant|Conditional Access|tenant|broker)\b/i;
    for (const verdict of verdicts) {
      const { plainTitle, whatItMeans, yourFault, whoFixes, whatHappensNext, howLong, meanwhile } = verdictTexts[verdict];
      for (const text of [plainTitle, whatItMeans, yourFault, whoFixes, whatHappensNext, howLong, meanwhile]) assert.doesNotMatch(text, jargon, verdict);
    }
    for (const text of subReasonTexts.values()) assert.doesNotMatch(text, jargon);
  });
});
