import assert from 'node:assert/strict';
import { triageCard } from '../../cards/index.ts';
import type { Case } from '../../bot/cases/case.ts';
import { aCase, asked, diagnosed, frame, now } from './helpers/cases.ts';
import { words } from './helpers/stock.ts';

const said = (c: Case): string => words(triageCard(c, frame, now).card).join('\n');

describe('the triage card', () => {
  const since = '2026-11-22T09:12:00.000Z';
  const line = 'The bot cannot reach this person in chat since 2026-11-22 09:12 UTC: call them.';

  it('says in every open state that the reporter cannot be reached in chat, and since when', () => {
    for (const c of [aCase(), asked('capture'), diagnosed('record-deleted')]) {
      assert.ok(said({ ...c, reporterUnreachableSince: since }).includes(line), c.state);
      assert.ok(!said(c).includes('cannot reach'), c.state);
    }
  });

  it('asks nobody to call about a closed case', () => {
    const c = aCase({ state: 'closed', closing: { reason: 'withdrawn', by: 'reporter' }, closedAt: now, reporterUnreachableSince: since });
    assert.ok(!said(c).includes('cannot reach'));
  });
});
