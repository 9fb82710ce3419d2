/** Everything worth looking at: each face in its ordinary and in its difficult moments. */
import {
  adviceCard,
  casesCard,
  openCasesCard,
  helpCard,
  noticeCard,
  openedForCard,
  questionsCard,
  refusalCard,
  reporterCard,
  supersededCard,
  triageCard,
  welcomeCard,
  type Shown,
} from '../../../cards/index.ts';
import { whoHasIt } from '../../../bot/cases/who-has-it.ts';
import { diagnose } from '../../../bot/diagnosis/diagnose.ts';
import { recordedCases } from '../../fixtures/read-case.ts';
import { aCase, asked, diagnosed, finding, frame, now, threeLaptops } from './cases.ts';
import { adviceAboutCookies } from './samples.ts';

const long = 'Wilhelmina-Theodora Oppenheimer-Featherstonehaugh von und zu Hohenlohe-Langenburg';
/** Some recorded cases, as the physician judges them today. */
function recorded(): Readonly<Record<string, Shown>> {
  const slugs = ['certificate--thumbprint-of-another-registration', 'hybrid-sync--deleted-by-the-sync-account', 'not-compliant--compliance-policy-tightened', 'no-prt-credential--wrong-password', 'healthy--healthy-laptop-alone'];
  return Object.fromEntries(
    recordedCases()
      .filter(({ slug }) => slugs.includes(slug))
      .flatMap(({ slug, examination }) => {
        const diagnosis = diagnose(examination);
        const c = aCase({ state: 'diagnosed', diagnosis, device: { name: diagnosis.device?.name }, holder: whoHasIt('diagnosed', undefined, diagnosis), captureCount: examination.captures.length });
        return [
          [`recorded-${slug}`, reporterCard(c, frame, now)],
          [`recorded-triage-${slug}`, triageCard(c, frame, now)],
        ];
      }),
  );
}

const wide = 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW';

export function pictures(): Readonly<Record<string, Shown>> {
  const deleted = diagnosed('record-deleted');
  const own = diagnosed(
    'not-compliant',
    {
      confidence: 'confirmed',
      next: [
        { who: 'reporter', step: 'Open Settings, Windows Update, install what is waiting and restart.' },
        { who: 'reporter', step: 'Then Settings, Accounts, Access work or school, your account, Info, Sync. Wait 15 minutes and try again.' },
        { who: 'Intune Administrator', step: 'If it stays non-compliant, look at the rule “Minimum OS version” of this device in Intune.' },
      ],
    },
    { holder: { kind: 'reporter' } },
  );
  const unclear = diagnosed(
    'unclear',
    {
      confidence: 'unknown',
      failure: undefined,
      decider: { who: 'reporter', step: 'Try to sign in once more and note the time. Ten minutes later press “Check again”.' },
      next: [{ who: 'helpdesk', step: 'Compare the device id of the failed sign-in with the device the person means.' }],
    },
    { holder: { kind: 'reporter' } },
  );
  const hard = diagnosed(
    'not-device',
    {
      subReason: 'client-broker',
      confidence: 'possible',
      device: { name: wide, joinType: 'hybrid-joined' },
      contexts: [{ id: 'cohort', text: `7 others meet the same policy “${wide}” since 08:40 UTC.` }],
      findings: [],
      gaps: Array.from({ length: 8 }, (_, index) => ({ id: `gap-${index}`, text: `${wide} could not be read (${index}).` })),
      ranked: [{ cause: 'not-device', confidence: 'possible', for: [finding('x', `${wide} ${wide}`)], against: [] }],
    },
    { reporter: { aadObjectId: '22222222-2222-4222-8222-222222222222', name: long, userPrincipalName: `${wide}@contoso.example` }, words: wide, device: { name: wide } },
  );
  return {
    welcome: welcomeCard(frame),
    help: helpCard(frame),
    gathering: reporterCard(aCase({ progress: { directory: 'read', signIns: 'reading', intune: 'waiting', looksAgainAt: '2026-11-22T09:15:00Z' } }), frame, now),
    'gathering-failed': reporterCard(aCase({ progress: { directory: 'failed', signIns: 'partly', intune: 'read' } }), frame, now),
    'how-to': reporterCard(asked('capture', {}, { diagnosis: deleted.diagnosis }), frame, now),
    'how-to-again': reporterCard(asked('capture', { why: 'The text came from an administrator window. Windows shows other values there, so please use an ordinary window.', times: 3 }), frame, now),
    'elevated-run': reporterCard(asked('elevated-capture', {}, { diagnosis: deleted.diagnosis }), frame, now),
    'which-device': reporterCard(threeLaptops(), frame, now),
    'rest-of-capture': reporterCard(asked('rest-of-capture', { why: 'The last lines, from “User State” on, are not there yet.' }), frame, now),
    questions: questionsCard(aCase(), frame),
    'diagnosis-deleted': reporterCard(deleted, frame, now),
    'diagnosis-own-steps': reporterCard(own, frame, now),
    'diagnosis-unclear': reporterCard(unclear, frame, now),
    'diagnosis-hard': reporterCard(hard, frame, now),
    ...recorded(),
    closed: reporterCard(aCase({ state: 'closed', closing: { reason: 'reporter-says-solved', by: 'reporter' } }), frame, now),
    triage: triageCard(deleted, frame, now),
    'triage-new': triageCard(aCase(), frame, now),
    'triage-waiting': triageCard(asked('capture', { times: 2 }), frame, now),
    'triage-hard': triageCard(hard, frame, now),
    'triage-closed': triageCard({ ...deleted, state: 'closed', closedAt: '2026-11-22T10:05:00Z', closing: { reason: 'reporter-says-solved', by: 'reporter' } }, frame, now),
    cases: casesCard([deleted, own, aCase({ number: 1017, id: 'c_old', state: 'closed', closing: { reason: 'started-over', by: 'reporter' }, openedAt: '2026-11-18T09:00:00Z', closedAt: '2026-11-18T10:10:00Z' })], frame, now),
    'cases-none': casesCard([], frame, now),
    'open-cases': openCasesCard([deleted, { ...deleted, number: 1043, id: 'c_1043' }, own, asked('capture')], frame, now),
    advice: adviceCard(adviceAboutCookies, frame),
    notice: noticeCard('I’ve told the helpdesk. You don’t have to do anything else.', frame),
    'refusal-guest': refusalCard('guest', frame),
    'refusal-could-not-check': refusalCard('could-not-check', frame),
    superseded: supersededCard(aCase(), frame),
    'opened-for': openedForCard(aCase(), frame),
  };
}
