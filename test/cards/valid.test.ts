import assert from 'node:assert/strict';
import { casesCard, openedForCard, questionsCard, reporterCard, supersededCard, triageCard, type Shown } from '../../cards/index.ts';
import type { Case } from '../../bot/cases/case.ts';
import { frame, now } from './helpers/cases.ts';
import { generated } from './helpers/generated.ts';
import { pictures } from './helpers/pictures.ts';
import { cardShape } from './helpers/shape.ts';
import { complaints, nodes, words } from './helpers/stock.ts';

const limitBytes = 25 * 1024;

const faces: Readonly<Record<string, (c: Case) => Shown>> = {
  reporterCard: (c) => reporterCard(c, frame, now),
  triageCard: (c) => triageCard(c, frame, now),
  questionsCard: (c) => questionsCard(c, frame),
  openedForCard: (c) => openedForCard(c, frame),
  supersededCard: (c) => supersededCard(c, frame),
  casesCard: (c) => casesCard(Array.from({ length: 9 }, () => c), frame, now),
};

const drawn: readonly (readonly [string, Shown])[] = [
  ...Object.entries(pictures()),
  ...generated().flatMap((c) => Object.entries(faces).map(([name, draw]) => [`${name} of a ${c.state} case (${c.diagnosis?.verdict ?? c.asking?.what ?? '-'})`, draw(c)] as const)),
];

describe('every card', () => {
  it('is read by the stock parser at version 1.5 without one complaint', () => {
    assert.ok(drawn.length > 1500, `${drawn.length} cards`);
    for (const [name, { card }] of drawn) assert.deepEqual(complaints(card), [], name);
  });

  it('has no property Adaptive Cards 1.5 does not know', () => {
    for (const [name, { card }] of drawn) {
      const parsed = cardShape.safeParse(card);
      assert.ok(parsed.success, `${name}: ${parsed.error?.message}`);
    }
  });

  it('stays under 25 KB, also with the longest data', () => {
    for (const [name, { card }] of drawn) {
      const bytes = Buffer.byteLength(JSON.stringify(card));
      assert.ok(bytes <= limitBytes, `${name}: ${bytes} bytes`);
    }
  });

  it('says that it is the sandbox, once, on top', () => {
    for (const [name, { card }] of drawn) {
      const [first, ...rest] = card.body as readonly { id?: string }[];
      assert.equal(first?.id, 'banner', name);
      assert.ok(rest.every(({ id }) => id !== 'banner'), name);
      assert.deepEqual(words({ type: 'AdaptiveCard', body: [first] }), [frame.banner]);
    }
  });

  it('shows no banner in a real tenant', () => {
    const { card } = reporterCard(generated()[0] as Case, {}, now);
    assert.ok((card.body as readonly { id?: string }[]).every(({ id }) => id !== 'banner'));
  });

  it('leaves no binding unfilled and no value undefined', () => {
    for (const [name, { card, summary }] of drawn) {
      assert.doesNotMatch(JSON.stringify(card), /\$\{|undefined|\bNaN\b|\[object/, name);
      assert.doesNotMatch(summary, /\$\{|undefined|NaN/, name);
      assert.ok(summary.length > 0 && summary.length <= 320, name);
    }
  });

  it('has ids only once, and folds away only what a button unfolds', () => {
    for (const [name, { card }] of drawn) {
      const all = nodes(card);
      const ids = all.map(({ id }) => id).filter((id) => id !== undefined);
      assert.equal(new Set(ids).size, ids.length, name);
      const targets = new Set(all.flatMap(({ targetElements }) => (targetElements as readonly (string | { elementId: string })[] | undefined) ?? []).map((t) => (typeof t === 'string' ? t : t.elementId)));
      const hidden = all.filter(({ isVisible }) => isVisible === false).map(({ id }) => id);
      assert.deepEqual([...targets].sort(), [...hidden].sort(), name);
    }
  });

  it('is the same at any moment for an unchanged case, so that it is not sent again', () => {
    for (const c of generated()) {
      assert.deepEqual(reporterCard(c, frame, now), reporterCard(c, frame, '2027-01-01T00:00:00Z'));
      assert.deepEqual(triageCard(c, frame, now), triageCard(c, frame, '2027-01-01T00:00:00Z'));
    }
  });

  it('asks for its inputs only with the button that sends them', () => {
    for (const [name, { card }] of drawn) {
      const all = nodes(card);
      const hasInput = all.some(({ type }) => type?.startsWith('Input.'));
      const sends = all.filter(({ associatedInputs }) => associatedInputs === 'auto');
      assert.equal(sends.length, hasInput ? 1 : 0, name);
    }
  });
});
