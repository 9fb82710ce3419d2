import { staff as staffMembers, duties, type StaffKey } from './contoso/staff.ts';
import { stories } from './contoso/stories/index.ts';

/** One person to walk a cause through with. All ids are the same in every run. */
export interface CastMember {
  readonly slug: string;
  /** What a right diagnosis would say: a cause id, or `healthy`. */
  readonly causeId: string;
  readonly name: string;
  readonly upn: string;
  /** Object id in Entra; Teams sends it as `aadObjectId`. */
  readonly aadObjectId: string;
  /** `deviceId` of the laptop the story is about; null where Contoso has none. */
  readonly deviceId: string | null;
  readonly deviceName: string | null;
  readonly story: string;
  /** Relative to the repository: an output of dsregcmd to paste. */
  readonly captureFile: string;
}

export const cast: readonly CastMember[] = stories.map(({ slug, causeId, person, laptop, story }) => ({
  slug,
  causeId,
  name: person.name,
  upn: person.upn,
  aadObjectId: person.id,
  deviceId: laptop?.deviceId ?? null,
  deviceName: laptop?.name ?? null,
  story,
  captureFile: `env/sandbox/captures/${slug}.txt`,
}));

/** Helpdesk agents and administrators, with the Entra roles they hold (an eligible one is not active). */
export interface StaffMember {
  readonly key: StaffKey;
  readonly name: string;
  readonly upn: string;
  readonly aadObjectId: string;
  readonly roles: readonly string[];
}

export const staff: readonly StaffMember[] = (Object.keys(staffMembers) as StaffKey[]).map((key) => ({
  key,
  name: staffMembers[key].name,
  upn: staffMembers[key].upn,
  aadObjectId: staffMembers[key].id,
  roles: [
    ...duties[key].filter((duty) => duty.kind !== 'Eligible').map((duty) => duty.role),
    ...(key === 'intune' ? ['Intune Administrator'] : []),
  ],
}));
