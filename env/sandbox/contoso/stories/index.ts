import type { Story } from '../story.ts';
import { certificate } from './certificate.ts';
import { clockSkew } from './clock-skew.ts';
import { disabledUser } from './disabled-user.ts';
import { enrolmentPending } from './enrolment-pending.ts';
import { escalate } from './escalate.ts';
import { guest } from './guest.ts';
import { healthy } from './healthy.ts';
import { hybridSync } from './hybrid-sync.ts';
import { newLaptop } from './new-laptop.ts';
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
import { twoDevices } from './two-devices.ts';
import { wrongJoinType } from './wrong-join-type.ts';

/** The cast, one person for every cause first, then the special cases. */
export const stories: readonly Story[] = [
  recordDeleted,
  recordDisabled,
  notCompliant,
  notManaged,
  wrongJoinType,
  hybridSync,
  certificate,
  newPolicy,
  enrolmentPending,
  notDevice,
  escalate,
  noPrtNetwork,
  noPrtCredential,
  clockSkew,
  tpm,
  notJoined,
  healthy,
  newLaptop,
  twoDevices,
  guest,
  disabledUser,
];
