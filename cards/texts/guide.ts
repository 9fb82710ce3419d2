/**
 * The published checklist for CAA50021, as far as it shows on cards. Read by helpdesk and admins who know it, and by
 * reporters who unfold "Why we think so": where its cause stands, and one line wherever we go another way.
 */
import type { Verdict } from '../../bot/diagnosis/diagnosis.ts';

/** The guide's quick answer as it is right; first card of a case, help, and beside the reasons of a verdict. */
export const guideHeader =
  'CAA50021 usually means that the laptop’s registration with the company, or a company rule about laptops, stopped the sign-in. The same code also appears for network, clock and sign-in data, so we rule those out too.';

export interface GuidePlace {
  readonly place: string;
  /** "The guide … . We …, because …": never a silent change. */
  readonly departure?: string;
}

/** "In the guide: Cause 1, …", or that it is not there, in one sentence. */
export function placeInGuide(guide: string, { place }: GuidePlace): string {
  const missing = /^not in the guide(.*)$/.exec(place);
  return missing ? `Not in the ${guide}${missing[1]}.` : `In the ${guide}: ${place}.`;
}

export const guidePlaces: Record<Verdict, GuidePlace> = {
  'record-deleted': {
    place: 'Cause 1, device record deleted in Entra ID',
    departure:
      'The guide proposes deleting the certificate, leaving and signing in again on every PC. We show a repair by join type and try to restore the record first, because on an Entra joined PC that procedure locks out everyone without a local administrator.',
  },
  'record-disabled': {
    place: 'not in the guide (nearest: Cause 1)',
    departure:
      'The guide knows only deleted records. We name a disabled one separately, because its repair is to ask why and enable it, not to register the PC again.',
  },
  'not-compliant': { place: 'Cause 2, device not compliant in Intune' },
  'not-managed': {
    place: 'Cause 2, device not compliant in Intune',
    departure:
      'The guide counts this as not compliant. We name it separately, because there is no failed rule to repair but a missing enrolment.',
  },
  'wrong-join-type': {
    place: 'Cause 3, registered but not properly joined',
    departure:
      'The guide speaks of a policy that requires Entra joined devices. We name the grant that failed, because Conditional Access only has “compliant” and “hybrid joined”; and a registered device may be compliant.',
  },
  'hybrid-sync': {
    place: 'Cause 4, computer object not synced',
    departure:
      'The guide looks at the sync scope. We also look at pending records, the service connection point and the network, because each of them looks the same from outside.',
  },
  certificate: {
    place: 'Cause 5, device certificate corrupted or expired',
    departure:
      'The guide proposes deleting the certificate by hand whenever nothing else is obvious. We ask for evidence and use the supported re-registration, because a deleted certificate can’t be brought back.',
  },
  'new-policy': {
    place: 'Cause 6, new Conditional Access policy',
    departure:
      'The guide takes a change on the same morning as proof. We ask for the failing policy to be the changed one, because a bulk deletion or an outage looks the same from afar.',
  },
  'enrolment-pending': {
    place: 'New laptop',
    departure:
      'The guide proposes a Temporary Access Pass to get past the device rule. We show how the set-up gets finished, because a pass is a way to sign in and doesn’t make a device meet a rule.',
  },
  'not-device': {
    place: 'FAQ, both lines say YES and it still fails',
    departure:
      'The guide sends this to the policy list. We also look at the app and at Windows’ own sign-in helper, because a sign-in that never reached the log can’t be found there.',
  },
  escalate: {
    place: 'When to escalate',
    departure:
      'The guide escalates once the four lines are right. We also ask for a fresh attempt, the second run and a day’s wait after changes, because most contradictions are only late.',
  },
  'no-prt-network': {
    place: 'not in the guide',
    departure: 'The guide rules the network out. We check it, because the same code appears when Windows can’t reach the sign-in service.',
  },
  'no-prt-credential': {
    place: 'not in the guide',
    departure:
      'The guide rules the password out. We look at it, because Windows may hold an older one; a new password is still not the first step.',
  },
  'clock-skew': {
    place: 'not in the guide',
    departure: 'The guide doesn’t look at the clock. We do, because a wrong time makes every proof of the laptop look invalid.',
  },
  tpm: {
    place: 'not in the guide (nearest: Cause 5)',
    departure:
      'The guide treats this as a broken certificate. We name the chip separately, because a new certificate doesn’t help while its key can’t be used.',
  },
  'not-joined': {
    place: 'Cause 3, registered but not properly joined',
    departure:
      'The guide puts this with the wrong kind of registration. We name it separately, because here there is nothing to correct, only something to begin.',
  },
  healthy: { place: 'FAQ, both lines say YES and it still fails' },
  'run-as-system-or-elevated': { place: 'The diagnosis, run as the user' },
  unclear: { place: 'the four lines' },
};
