/** One sample a template: the view of a Contoso case, kept beside the template so that it can be opened in a card designer. */
import { advice } from '../../../cards/advice.ts';
import { cases } from '../../../cards/cases.ts';
import { diagnosis } from '../../../cards/diagnosis.ts';
import { elevatedRun } from '../../../cards/elevated-run.ts';
import { gathering } from '../../../cards/gathering.ts';
import { help } from '../../../cards/help.ts';
import { howTo } from '../../../cards/how-to.ts';
import { openedFor } from '../../../cards/message.ts';
import { questions } from '../../../cards/questions.ts';
import { restOfCapture } from '../../../cards/rest-of-capture.ts';
import { triage } from '../../../cards/triage.ts';
import { welcome } from '../../../cards/welcome.ts';
import { whichDevice } from '../../../cards/which-device.ts';
import { aCase, aDiagnosis, asked, diagnosed, now, threeLaptops } from './cases.ts';

export const adviceAboutCookies = {
  title: 'No need to clear cookies',
  body: [
    'Windows apps don’t use the browser’s cookies to sign in, so clearing them doesn’t help with CAA50021. It would only sign you out of websites.',
    'What helps is finding out what refused the laptop. That is what I do here.',
  ],
  guideLine: 'it says the same: clearing cookies does nothing for this error.',
  learnMore: { title: 'About sign-in on devices', url: 'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token' },
};

export const samples: Readonly<Record<string, object>> = {
  advice: advice(adviceAboutCookies),
  cases: cases([diagnosed('record-deleted'), aCase({ number: 1017, id: 'c_old', state: 'closed', closing: { reason: 'reporter-says-solved', by: 'reporter' }, openedAt: '2026-11-18T09:00:00Z', closedAt: '2026-11-18T10:10:00Z' })], now),
  diagnosis: diagnosis(diagnosed('record-deleted'), aDiagnosis('record-deleted')),
  'elevated-run': elevatedRun(asked('elevated-capture')),
  gathering: gathering(aCase({ progress: { directory: 'read', signIns: 'reading', intune: 'waiting', looksAgainAt: '2026-11-22T09:15:00Z' } })),
  help: help(),
  'how-to': howTo(asked('capture', { why: 'The text came from an administrator window. Windows shows other values there, so please use an ordinary window.', times: 2 })),
  message: openedFor(aCase()),
  questions: questions(aCase()),
  'rest-of-capture': restOfCapture(asked('rest-of-capture', { why: 'The last lines, from “User State” on, are not there yet.' })),
  triage: triage(diagnosed('record-deleted')),
  welcome: welcome(),
  'which-device': whichDevice(threeLaptops()),
};
