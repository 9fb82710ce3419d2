import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { Diagnosis } from '../../bot/diagnosis/diagnosis.ts';
import { readCapture } from '../../bot/diagnosis/dsregcmd/read-capture.ts';
import { planNextSteps, type Situation } from '../../bot/cases/plan.ts';
import { whoHasIt } from '../../bot/cases/who-has-it.ts';
import { MEGAN, NOW } from '../helpers/fake-rooms.ts';
import { LAPTOP, OTHER_LAPTOP, dsregcmd, graph, listed, sections } from '../helpers/laptop.ts';

const born: Case = {
  id: 'case-1',
  number: 1001,
  tenantId: 'contoso',
  reporter: MEGAN,
  state: 'gathering',
  version: 1,
  openedAt: NOW,
  updatedAt: NOW,
  words: 'CAA50021',
  device: {},
  progress: { directory: 'read', signIns: 'read', intune: 'read', startedAt: NOW, finishedAt: NOW },
  holder: { kind: 'bot' },
  captureCount: 0,
  anchor: 0,
};
const unclear: Diagnosis = {
  verdict: 'unclear',
  confidence: 'unknown',
  ranked: [],
  findings: [],
  gaps: [],
  next: [],
  capture: { usable: false, reason: 'none', reasonId: 'no-capture' },
  contexts: [],
  rules: 'test',
};
const usable: Diagnosis['capture'] = { usable: true, reason: null };
const named: Diagnosis = { ...unclear, verdict: 'not-compliant', confidence: 'very-likely', next: [{ who: 'Intune Administrator', step: 'x' }] };

function given(text: string, origin: 'text' | 'answers' = 'text') {
  const capture = readCapture(text);
  if ('kind' in capture) throw new Error('unreadable');
  return { capture, origin, receivedAt: NOW };
}

function plan(over: Partial<Situation> & { diagnosis?: Diagnosis; given?: ReturnType<typeof given>[]; mustAskAgain?: boolean } = {}) {
  const { diagnosis = unclear, given: outputs = [], mustAskAgain = false, ...rest } = over;
  return planNextSteps({
    case: born,
    judgement: { diagnosis, given: outputs, mustAskAgain },
    evidence: graph(),
    occasion: 'evidence',
    takenDeviceIds: [],
    anew: false,
    now: new Date(NOW),
    ...rest,
  });
}

const kinds = (p: ReturnType<typeof plan>): string[] => p.events.map(({ kind }) => kind);

describe('what follows from a judgement', () => {
  it('is a verdict at once when Graph alone names the cause', () => {
    const p = plan({ diagnosis: named });
    assert.equal(p.patch.state, 'diagnosed');
    assert.equal(p.patch.asking, null);
    assert.deepEqual(p.patch.holder, { kind: 'role', role: 'Intune Administrator' });
    assert.deepEqual(kinds(p), ['diagnosed', 'handed']);
  });

  it('is a question for the output when nothing is certain', () => {
    const p = plan({ diagnosis: { ...named, confidence: 'possible' } });
    assert.deepEqual(p.patch.asking, { what: 'capture', since: NOW, times: 1 });
    assert.deepEqual(p.patch.holder, { kind: 'reporter' });
    assert.deepEqual(kinds(p), ['asked', 'handed']);
  });

  it('is patience while the world is being read', () => {
    const p = plan({ case: { ...born, progress: { directory: 'reading', signIns: 'waiting', intune: 'waiting' } }, occasion: 'capture', given: [given(dsregcmd())], diagnosis: { ...unclear, capture: usable } });
    assert.equal(p.patch.state, 'gathering');
    assert.equal(p.jobs.some(({ kind }) => kind === 'gather'), false, 'it is on its way already');
  });

  it('is a new look at the world when an output names a laptop that was not asked for', () => {
    const p = plan({ mustAskAgain: true, occasion: 'capture', given: [given(dsregcmd())], diagnosis: { ...unclear, capture: usable } });
    assert.deepEqual(p.jobs[0], { kind: 'gather', caseId: 'case-1' });
    assert.deepEqual(p.patch.progress, { directory: 'waiting', signIns: 'waiting', intune: 'waiting' });
    assert.equal(p.patch.state, 'gathering');
  });

  it('is a new look at the world when an output comes long after it', () => {
    const p = plan({ occasion: 'capture', now: new Date(Date.parse(NOW) + 11 * 60_000), given: [given(dsregcmd())], diagnosis: { ...unclear, capture: usable } });
    assert.equal(p.jobs[0]?.kind, 'gather');
  });

  it('is the question again, with the reason, after an output that cannot be used', () => {
    const asking = { what: 'capture', since: NOW, times: 1 } as const;
    const capture: Diagnosis['capture'] = { usable: false, reason: 'from an administrator window', reasonId: 'elevated' };
    const p = plan({ case: { ...born, state: 'collecting', asking }, occasion: 'capture', given: [given(dsregcmd({ prt: 'NO' }))], diagnosis: { ...unclear, capture } });
    assert.deepEqual(p.patch.asking, { what: 'capture', why: 'from an administrator window', reasonId: 'elevated', since: NOW, times: 2 });
    assert.deepEqual(kinds(p), ['capture-refused', 'asked', 'handed']);
  });

  it('does not count the same refusal twice when the world is read again', () => {
    const asking = { what: 'capture', why: 'x', reasonId: 'elevated', since: NOW, times: 2 } as const;
    const capture: Diagnosis['capture'] = { usable: false, reason: 'x', reasonId: 'elevated' };
    const p = plan({ case: { ...born, state: 'collecting', asking, holder: { kind: 'reporter' } }, given: [given(dsregcmd({ prt: 'NO' }))], diagnosis: { ...unclear, capture } });
    assert.deepEqual(p.patch.asking, asking);
    assert.deepEqual(kinds(p), []);
  });

  it('is a question for the rest of a part, unless the part decides', () => {
    const half = given(sections({ prt: 'NO' })[0] ?? '');
    const capture: Diagnosis['capture'] = { usable: true, reason: 'a part is missing', reasonId: 'partial' };
    const asks = plan({ occasion: 'capture', given: [half], diagnosis: { ...unclear, capture } }).patch.asking;
    assert.equal(asks === null ? undefined : asks?.what, 'rest-of-capture');
    assert.equal(plan({ occasion: 'capture', given: [half], diagnosis: { ...named, capture } }).patch.state, 'diagnosed');
  });

  it('never asks for the rest of answers', () => {
    const capture: Diagnosis['capture'] = { usable: true, reason: 'a part is missing', reasonId: 'partial' };
    assert.equal(plan({ occasion: 'capture', given: [given('AzureAdPrt : NO', 'answers')], diagnosis: { ...unclear, capture } }).patch.state, 'diagnosed');
  });

  it('hands the elevated run to the helpdesk, never to the reporter', () => {
    const decider = { who: 'local-administrator', step: 'In an elevated command prompt run “dsregcmd /status”.' } as const;
    const p = plan({ occasion: 'capture', given: [given(dsregcmd({ prt: 'NO' }))], diagnosis: { ...unclear, capture: usable, decider } });
    assert.equal(p.patch.asking === null ? undefined : p.patch.asking?.what, 'elevated-capture');
    assert.deepEqual(p.patch.holder, { kind: 'helpdesk' });
  });

  it('offers the laptops of the person, without those that have a case', () => {
    const evidence = graph({ devices: [listed(), listed({ deviceId: OTHER_LAPTOP, displayName: 'OTHER' }), listed({ deviceId: 'ee55ff66-0000-4000-8000-00000000cccc', displayName: 'THIRD' })] });
    const p = plan({ evidence, takenDeviceIds: [OTHER_LAPTOP] });
    assert.deepEqual(p.patch.device?.choices?.map(({ name }) => name), ['CONTOSO-MEGAN', 'THIRD']);
    assert.equal(plan({ evidence, takenDeviceIds: [OTHER_LAPTOP, LAPTOP] }).patch.device?.choices, undefined);
  });

  it('never gives a case the laptop of another open case', () => {
    const p = plan({ occasion: 'capture', given: [given(dsregcmd())], takenDeviceIds: [LAPTOP], diagnosis: { ...unclear, capture: usable } });
    assert.equal(p.patch.device?.deviceId, undefined);
  });

  it('looks again in three minutes while the log says nothing, and not when it does', () => {
    const p = plan();
    assert.deepEqual(p.jobs[0], { kind: 'gather', caseId: 'case-1', inSeconds: 180 });
    assert.equal(p.patch.progress?.looksAgainAt, '2026-11-23T09:08:00.000Z');
    assert.equal(plan({ diagnosis: { ...unclear, failure: { policies: [] } } }).jobs.some(({ kind }) => kind === 'gather'), false);
    assert.equal(plan({ now: new Date(Date.parse(NOW) + 16 * 60_000) }).jobs.some(({ kind }) => kind === 'gather'), false);
  });

  it('rings with a new card for news that nobody was waiting for', () => {
    const waiting: Case = { ...born, state: 'collecting', diagnosis: unclear, asking: { what: 'capture', since: NOW, times: 1 } };
    const later = new Date(Date.parse(NOW) + 3 * 60_000);
    assert.equal(plan({ case: waiting, diagnosis: named, now: later }).patch.anchor, 1);
    assert.equal(plan({ case: waiting, now: later }).patch.anchor, undefined);
    assert.equal(plan({ diagnosis: named }).patch.anchor, undefined);
  });
});

describe('who has it', () => {
  it('is the bot while it reads, and who is asked while it asks', () => {
    assert.deepEqual(whoHasIt('gathering', undefined, named), { kind: 'bot' });
    assert.deepEqual(whoHasIt('collecting', { what: 'capture', since: NOW, times: 3 }, undefined), { kind: 'reporter' });
    assert.deepEqual(whoHasIt('collecting', { what: 'capture', since: NOW, times: 4 }, undefined), { kind: 'helpdesk' });
  });

  it('is the one with the next step', () => {
    assert.deepEqual(whoHasIt('diagnosed', undefined, named), { kind: 'role', role: 'Intune Administrator' });
    assert.deepEqual(whoHasIt('diagnosed', undefined, { ...named, next: [{ who: 'local-administrator', step: 'x' }] }), { kind: 'helpdesk' });
    assert.deepEqual(whoHasIt('diagnosed', undefined, { ...named, next: [{ who: 'reporter', step: 'x' }] }), { kind: 'reporter' });
    assert.deepEqual(whoHasIt('diagnosed', undefined, unclear), { kind: 'helpdesk' });
  });

  it('is the one whose answer would decide while the cause is open', () => {
    const decider = { who: 'reporter', step: 'try again' } as const;
    assert.deepEqual(whoHasIt('diagnosed', undefined, { ...named, confidence: 'possible', decider }), { kind: 'reporter' });
    assert.deepEqual(whoHasIt('diagnosed', undefined, { ...named, decider }), { kind: 'role', role: 'Intune Administrator' });
  });
});
