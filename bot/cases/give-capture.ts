import { readCapture } from '../diagnosis/dsregcmd/read-capture.ts';
import { addCapture } from './add-capture.ts';
import type { Case, Person } from './case.ts';
import { deviceIdsOf, shortName } from './devices.ts';
import { openCase } from './open-case.ts';
import type { StoryRooms } from './rooms.ts';
import type { Capture, GivenCapture } from './words.ts';

export interface Gift {
  readonly tenantId: string;
  readonly person: Person;
  readonly text: string;
  readonly origin: GivenCapture['origin'];
  /** It came as a message: the card shall follow below it. */
  readonly anew: boolean;
  /** The case whose card it was put into. */
  readonly onCase?: Case;
}

export type Given =
  | { readonly kind: 'kept'; readonly case: Case; readonly opened: boolean }
  | { readonly kind: 'nothing-in-it'; readonly reason: 'empty' | 'binary' | 'too-large' | 'no-dsregcmd' };

/** More open cases than that for one person are not three laptops but a mistake. */
const MOST_OPEN = 3;

/**
 * A person gives an output of theirs: it goes to the open case it belongs to, and opens one when there is none. An output
 * of another laptop than the open case is about opens a case of its own.
 */
export async function giveCapture(rooms: StoryRooms, gift: Gift): Promise<Given> {
  const capture = readCapture(gift.text);
  if ('kind' in capture) return { kind: 'nothing-in-it', reason: capture.reason };
  if (capture.rows.length === 0) return { kind: 'nothing-in-it', reason: 'no-dsregcmd' };
  const open = (await rooms.cases.casesOf(gift.person.aadObjectId)).filter(
    (c) => c.state !== 'closed' && c.reporter.aadObjectId === gift.person.aadObjectId,
  );
  const target = caseFor(capture, open, gift.onCase);
  const { case: c, created } = target ? { case: target, created: false } : await openFor(rooms, gift, capture, open.length > 0);
  const after = await addCapture(rooms, c.id, { ...gift, actor: gift.person.aadObjectId });
  return { kind: 'kept', case: after ?? c, opened: created };
}

/** Pure. The open case an output is about; none when it is clearly about another laptop. */
export function caseFor(capture: Capture, open: readonly Case[], onCase?: Case): Case | undefined {
  const ids = deviceIdsOf(capture);
  const name = shortName(capture.device.deviceName);
  const preferred = onCase && open.find((c) => c.id === onCase.id);
  const named = open.find((c) => c.device.deviceId !== undefined && ids.includes(c.device.deviceId));
  if (named) return named;
  if (preferred && !isOther(preferred, ids, name)) return preferred;
  const sameName = open.find((c) => name !== undefined && shortName(c.device.name) === name);
  if (sameName) return sameName;
  const fitting = open.filter((c) => !isOther(c, ids, name));
  const waiting = fitting.find((c) => c.asking?.what === 'rest-of-capture') ?? fitting.find((c) => c.asking);
  return waiting ?? fitting[0] ?? (open.length >= MOST_OPEN ? open[0] : undefined);
}

/** Another id alone may be the same laptop after a repair; another id and another name are another laptop. */
function isOther(c: Case, ids: readonly string[], name: string | undefined): boolean {
  const { deviceId } = c.device;
  const known = shortName(c.device.name);
  if (deviceId === undefined || ids.length === 0 || name === undefined || known === undefined) return false;
  return !ids.includes(deviceId) && known !== name;
}

function openFor(rooms: StoryRooms, gift: Gift, capture: Capture, isAnother: boolean) {
  const deviceId = deviceIdsOf(capture)[0];
  const name = capture.device.deviceName;
  return openCase(rooms, {
    tenantId: gift.tenantId,
    reporter: gift.person,
    words: 'Sent the output of dsregcmd /status.',
    ...(isAnother && deviceId !== undefined && { device: { deviceId, ...(name && { name }) } }),
  });
}
