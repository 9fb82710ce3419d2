import assert from 'node:assert/strict';
import { questionsCard, refusalCard, reporterCard, triageCard } from '../../cards/index.ts';
import { verdictTexts } from '../../cards/texts/causes.ts';
import { aCase, asked, diagnosed, finding, frame, now, threeLaptops } from './helpers/cases.ts';
import { nodes, words } from './helpers/stock.ts';

const said = (shown: { card: Parameters<typeof words>[0] }): string => words(shown.card).join('\n');
const verbsOn = (shown: { card: unknown }): readonly unknown[] => nodes(shown.card).map(({ verb }) => verb).filter((verb) => verb !== undefined);

describe('the reporter’s card', () => {
  it('shows what is being read, and when the log is looked at again', () => {
    const text = said(reporterCard(aCase({ progress: { directory: 'read', signIns: 'reading', intune: 'failed', looksAgainAt: '2026-11-22T09:15:00Z' } }), frame, now));
    assert.match(text, /directory {2}done/);
    assert.match(text, /reading now/);
    assert.match(text, /could not be read/);
    assert.match(text, /I look again at \{\{TIME\(2026-11-22T09:15:00Z\)\}\}/);
  });

  it('gives the command exactly, as yourself, with three other ways', () => {
    const shown = reporterCard(asked('capture'), frame, now);
    const text = said(shown);
    assert.ok(text.includes('dsregcmd /status | clip'));
    assert.ok(text.includes('dsregcmd /status > "%USERPROFILE%\\Desktop\\dsreg.txt"'));
    assert.match(text, /Not “Run as administrator”/);
    assert.match(text, /Nothing will be shown/);
    assert.deepEqual(verbsOn(shown), ['capture.questions', 'capture.paste', 'case.solved', 'help.show']);
  });

  it('begins with the reason when it asks again, and offers a hand after three tries', () => {
    const why = 'The text came from an administrator window.';
    const texts = words(reporterCard(asked('capture', { why, times: 3 }), frame, now).card);
    assert.ok(texts.indexOf(why) < texts.indexOf('Please let your laptop tell us how it is'));
    assert.ok(texts.some((text) => text.includes('can do it together with you')));
    assert.ok(!said(reporterCard(asked('capture', { why, times: 1 }), frame, now)).includes('together with you'));
  });

  it('lets the person choose among their laptops, or none of them', () => {
    const [set] = nodes(reporterCard(threeLaptops(), frame, now).card).filter(({ type }) => type === 'Input.ChoiceSet');
    assert.deepEqual(
      (set?.choices as readonly { value: string }[]).map(({ value }) => value),
      ['33333333-3333-4333-8333-333333333333', '66666666-6666-4666-8666-666666666666', '77777777-7777-4777-8777-777777777777', 'none'],
    );
  });

  it('names the cause as surely as it is known, and not more', () => {
    const headline = (confidence: 'confirmed' | 'very-likely' | 'possible' | 'unknown'): string => said(reporterCard(diagnosed('record-deleted', { confidence }), frame, now));
    assert.match(headline('confirmed'), /We found the cause/);
    assert.match(headline('very-likely'), /Very likely the cause/);
    assert.match(headline('possible'), /Our best lead, not yet certain/);
    const unknown = headline('unknown');
    assert.match(unknown, /We don’t know the cause yet/);
    assert.ok(!unknown.includes(verdictTexts['record-deleted'].plainTitle));
  });

  it('puts the one thing that would decide first', () => {
    const step = 'Try to sign in once more and note the time.';
    const own = words(reporterCard(diagnosed('unclear', { confidence: 'unknown', decider: { who: 'reporter', step } }), frame, now).card);
    assert.ok(own.includes('What can I do now? One thing would decide:'));
    assert.ok(own.includes(step));
    const others = said(reporterCard(diagnosed('unclear', { confidence: 'unknown', decider: { who: 'helpdesk', step: 'Look up the device id of the failed sign-in.' } }), frame, now));
    assert.match(others, /One thing would decide\nHelpdesk: Look up/);
  });

  it('puts the remedy of a known cause first, and what would make it surer after it', () => {
    const attempt = { who: 'reporter', step: 'Try to sign in once more and note the time.' } as const;
    const remedy = { who: 'reporter', step: 'Switch on “Set time automatically”.' } as const;
    const texts = words(reporterCard(diagnosed('clock-skew', { confidence: 'very-likely', decider: attempt, next: [remedy] }), frame, now).card);
    const [title, first, group, second] = ['What can I do now?', remedy.step, 'If that isn’t enough, this tells us more:', attempt.step].map((text) => texts.indexOf(text));
    assert.ok(title !== undefined && first !== undefined && group !== undefined && second !== undefined && title > 0 && title < first && first < group && group < second);
  });

  it('says what comes after the reporter’s own step, and whom the helpdesk brings', () => {
    const next = [{ who: 'reporter', step: 'Install the updates.' }, { who: 'helpdesk', step: 'Help.' }, { who: 'Intune Administrator', step: 'Read the rule.' }] as const;
    const text = said(reporterCard({ ...diagnosed('not-compliant', { next }), holder: { kind: 'reporter' } }, frame, now));
    assert.match(text, /The next step is yours\. If that isn’t enough, your helpdesk takes over, with the Intune Administrator\./);
  });

  it('offers the questions where it asks for the laptop’s text', () => {
    const step = 'Type dsregcmd /status | clip and paste the result.';
    assert.ok(verbsOn(reporterCard(diagnosed('unclear', { confidence: 'unknown', decider: { who: 'reporter', step } }), frame, now)).includes('capture.questions'));
  });

  it('shows each step to take with its number', () => {
    const texts = words(reporterCard(diagnosed('clock-skew', { next: ['one', 'two', 'three'].map((step) => ({ who: 'reporter', step })) }), frame, now).card);
    assert.deepEqual(texts.filter((text) => /^\d$/.test(text)), ['1', '2', '3']);
  });

  it('folds away the evidence and what could not be seen', () => {
    const toggles = nodes(reporterCard(diagnosed('record-deleted'), frame, now).card).filter(({ type }) => type === 'Action.ToggleVisibility');
    assert.deepEqual(toggles.map(({ title }) => title), ['Why we think so', 'What we have not seen (2)']);
    const bare = nodes(reporterCard(diagnosed('record-deleted', { gaps: [], next: [] }), frame, now).card).filter(({ type }) => type === 'Action.ToggleVisibility');
    assert.deepEqual(bare.map(({ title }) => title), ['Why we think so']);
  });

  it('keeps steps that wait for others apart from those for now', () => {
    const next = [
      { who: 'Cloud Device Administrator', step: 'Restore the device.' },
      { who: 'reporter', step: 'After the restore, lock the laptop and unlock it.' },
    ] as const;
    const texts = words(reporterCard(diagnosed('record-deleted', { next }), frame, now).card);
    const [meanwhile, later, step] = [verdictTexts['record-deleted'].meanwhile, 'And later, when IT has done its part:', next[1].step].map((text) => texts.indexOf(text));
    assert.ok(meanwhile !== undefined && later !== undefined && step !== undefined && meanwhile > 0 && meanwhile < later && later < step);
  });

  it('names the roles that take part, and nobody who changed something', () => {
    const ranked = [{ cause: 'record-deleted', confidence: 'confirmed', for: [finding('deleted', 'Megan Bowen deleted the device.', { source: 'audit-log' })], against: [] }] as const;
    const next = [{ who: 'helpdesk', step: 'Ask Megan Bowen why.' }, { who: 'Cloud Device Administrator', step: 'Restore it.' }] as const;
    const c = diagnosed('record-deleted', { ranked, next });
    const text = said(reporterCard(c, frame, now));
    assert.match(text, /The Cloud Device Administrator has it now\./);
    assert.doesNotMatch(text, /Megan/);
    assert.match(text, /log of changes/);
    assert.match(said(triageCard(c, frame, now)), /Megan Bowen deleted the device/);
  });

  it('offers to open a new case only where the old one ended for good', () => {
    assert.deepEqual(verbsOn(reporterCard(aCase({ state: 'closed', closing: { reason: 'reporter-says-solved', by: 'reporter' } }), frame, now)), ['case.open', 'help.show']);
    assert.deepEqual(verbsOn(reporterCard(aCase({ state: 'closed', closing: { reason: 'started-over', by: 'reporter' } }), frame, now)), []);
  });
});

describe('the questions card', () => {
  it('asks for the guide’s four lines, and may be sent without the fifth', () => {
    const sets = nodes(questionsCard(aCase(), frame).card).filter(({ type }) => type === 'Input.ChoiceSet');
    assert.deepEqual(
      sets.map(({ id, isRequired }) => [id, isRequired]),
      [
        ['azureAdJoined', true],
        ['domainJoined', true],
        ['deviceAuthStatus', false],
        ['wamDefaultSet', true],
        ['azureAdPrt', true],
      ],
    );
    for (const { choices } of sets) assert.equal((choices as readonly { title: string }[]).at(-1)?.title, 'I don’t see it');
  });
});

describe('the helpdesk’s card', () => {
  it('has no buttons', () => {
    assert.deepEqual(nodes(triageCard(diagnosed('record-deleted'), frame, now).card).filter(({ type }) => type?.startsWith('Action')), []);
  });

  it('names person, device, cause, confidence, holder, evidence, what is missing and the one next step', () => {
    const text = said(triageCard(diagnosed('record-deleted'), frame, now));
    for (const expected of [
      'Case 1042 · Diagnosed',
      'Device record deleted',
      'very likely',
      'Adele Vance · adele.vance@contoso.example',
      'CONTOSO-LT-0417 · Entra joined',
      'Has it  Cloud Device Administrator',
      'AADSTS700003 · Microsoft Outlook · 2026-11-22 08:58 UTC',
      'CA004: Require compliant device (RequireCompliantDevice)',
      'Cloud Device Administrator: Restore the deleted device object',
      'Runner-up: Device certificate unusable, possible',
      'The list of deleted devices could not be read',
      'last change after 13 min',
      'Person 22222222-2222-4222-8222-222222222222',
      'In the guide: Cause 1',
    ]) {
      assert.ok(text.includes(expected), expected);
    }
  });

  it('says whom the case waits for, and for what', () => {
    assert.match(said(triageCard(asked('capture', { times: 2 }), frame, now)), /The reporter: sends dsregcmd \/status, run as themselves\. Asked 2 times\./);
    assert.match(said(triageCard(asked('elevated-capture'), frame, now)), /Helpdesk: run dsregcmd \/status from an elevated prompt/);
    assert.match(said(triageCard(aCase(), frame, now)), /The bot: reads the directory/);
  });
});

describe('a refusal', () => {
  it('tells nothing of a case and has no button', () => {
    for (const kind of ['guest', 'unknown', 'disabled', 'foreign', 'could-not-check'] as const) {
      const shown = refusalCard(kind, frame);
      assert.deepEqual(verbsOn(shown), []);
      assert.doesNotMatch(said(shown), /Case \d/);
    }
  });
});
