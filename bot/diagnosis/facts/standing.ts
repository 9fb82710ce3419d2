import type { DeviceView } from './device-view.ts';
import type { Refusal } from './sign-ins.ts';
import type { IntuneView } from './intune.ts';
import { day, moment, newest } from './moments.ts';
import { codeOf } from './known-codes.ts';

/** How the device stands with management and compliance; one word, decided once, read by several causes. */
export type Standing = 'compliant' | 'lagging' | 'noncompliant' | 'grace' | 'orphan' | 'not-managed' | 'pending' | 'unknown';

export interface ManagementStanding {
  readonly standing: Standing;
  readonly isManaged?: boolean | null;
  readonly isCompliant?: boolean | null;
  readonly isYoung: boolean;
  readonly youngSince?: number;
  /** An enrolment error the laptop printed: waiting will not help. */
  readonly enrolmentError?: string;
}

/** Ruling 14: a device is young for a day, counted from the newest of registration and enrolment. */
export function managementStanding(device: DeviceView, intune: IntuneView, refusal: Refusal | undefined, looseCodes: readonly string[], now: number): ManagementStanding {
  const object = device.state === 'found' ? device.object : undefined;
  const detail = refusal && refusal.presented !== 'empty' && refusal.presented !== 'other' ? refusal.row.deviceDetail : undefined;
  const isManaged = object ? (object.isManaged ?? (object.mdmAppId ? true : object.isManaged)) : detail?.isManaged;
  const isCompliant = object ? object.isCompliant : detail?.isCompliant;
  const since = newest(moment(object?.registrationDateTime), intune.state === 'found' ? intune.enrolledAt : undefined);
  const isYoung = since !== undefined && now - since < day && since <= now;
  const enrolmentError = looseCodes.find((raw) => {
    const code = codeOf(raw);
    return code?.cause === 'not-managed' && code.strength !== 'weak';
  });
  const facts = { isManaged, isCompliant, isYoung, intune, enrolmentError };
  return { standing: object || detail || intune.state === 'found' ? decide(facts) : 'unknown', isManaged, isCompliant, isYoung, youngSince: isYoung ? since : undefined, enrolmentError };
}

interface Inputs {
  readonly isManaged?: boolean | null;
  readonly isCompliant?: boolean | null;
  readonly isYoung: boolean;
  readonly intune: IntuneView;
  readonly enrolmentError?: string;
}

function decide({ isManaged, isCompliant, isYoung, intune, enrolmentError }: Inputs): Standing {
  if (intune.state === 'orphan') return isCompliant === true ? 'compliant' : 'orphan';
  if (intune.state === 'found') {
    if (intune.compliance === 'noncompliant') return 'noncompliant';
    if (intune.compliance === 'grace') return isCompliant === true || !isYoung ? 'grace' : 'pending';
    if (intune.compliance === 'compliant') return isCompliant === true ? 'compliant' : isYoung ? 'pending' : 'lagging';
    // Intune has no verdict yet.
    if (isCompliant === true) return 'compliant';
    if (isYoung) return 'pending';
    return isCompliant === false || isManaged === true ? 'noncompliant' : 'not-managed';
  }
  if (isCompliant === true) return 'compliant';
  if (enrolmentError) return 'not-managed';
  if (isYoung && !(isManaged === true && isCompliant === false && intune.state === 'could-not-read')) return 'pending';
  if (isManaged === true) return isCompliant === false ? 'noncompliant' : 'unknown';
  if (isManaged === undefined && isCompliant === undefined) return intune.state === 'none' ? 'not-managed' : 'unknown';
  return 'not-managed';
}
