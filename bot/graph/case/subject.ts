import type { GraphUser } from '../../diagnosis/graph-answers.ts';
import { ids } from '../odata.ts';

/** Whom and what a case is about, as far as it is known before Graph is asked. */
export interface Subject {
  /** Entra object id (Teams: `aadObjectId`). */
  readonly userId: string;
  /** As dsregcmd prints them: `deviceId`, not object ids. */
  readonly deviceIds?: readonly string[];
  readonly deviceNames?: readonly string[];
  /** Object ids of the person's devices remembered from before: they find audit rows of a device that is gone. */
  readonly knownObjectIds?: readonly string[];
  /** Read less than a minute ago: it is not read again. */
  readonly user?: GraphUser;
}

/** More devices than this are not looked up by name in one case. */
const maxDevices = 3;

export const givenDeviceIds = (subject: Subject): string[] => ids(subject.deviceIds ?? []).slice(0, maxDevices);

export const givenNames = (subject: Subject): string[] =>
  [...new Set((subject.deviceNames ?? []).map((name) => name.trim()).filter((name) => name !== '' && name.length <= 64))].slice(0, maxDevices);
