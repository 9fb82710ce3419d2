import type { Cause } from './cause.ts';
import { certificate } from './certificate.ts';
import { clockSkew } from './clock-skew.ts';
import { enrolmentPending } from './enrolment-pending.ts';
import { escalate } from './escalate.ts';
import { hybridSync } from './hybrid-sync.ts';
import { newPolicy } from './new-policy.ts';
import { noPrtCredential } from './no-prt-credential.ts';
import { noPrtNetwork } from './no-prt-network.ts';
import { notCompliant } from './not-compliant.ts';
import { notDevice } from './not-device.ts';
import { notJoined } from './not-joined.ts';
import { notManaged } from './not-managed.ts';
import { recordDeleted } from './record-deleted.ts';
import { recordDisabled } from './record-disabled.ts';
import { tpm } from './tpm.ts';
import { wrongJoinType } from './wrong-join-type.ts';

/** In the guide's order where it has one (tier T6): it breaks ties and nothing else. */
export const causes: readonly Cause[] = [
  recordDeleted,
  recordDisabled,
  notCompliant,
  notManaged,
  wrongJoinType,
  notJoined,
  hybridSync,
  noPrtNetwork,
  clockSkew,
  certificate,
  tpm,
  noPrtCredential,
  newPolicy,
  enrolmentPending,
  notDevice,
  escalate,
];
