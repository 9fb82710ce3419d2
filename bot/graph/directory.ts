import type { GraphUser, SignIn } from '../diagnosis/graph-answers.ts';
import type { Graph } from './client.ts';
import { readNonInteractiveSignIns, readSignIns } from './collectors/sign-ins.ts';
import { readUser, userProperties } from './collectors/user.ts';
import { within } from './deadline.ts';
import { literal, query } from './odata.ts';
import type { Reading } from './part.ts';

export type WhoIs = { readonly kind: 'member'; readonly user: GraphUser } | { readonly kind: 'guest' | 'disabled' | 'unknown' | 'could-not-check'; readonly user?: GraphUser };

/** A person asked about is remembered this long; a refusal of Graph or an outage only as long as the cache keeps failures. */
const rememberMs = 2 * 60_000;

/**
 * Who this object id is in our own directory: an enabled member, and nobody else, may talk to the bot. Anything but a
 * clear answer is `could-not-check`, never a member.
 */
export async function whoIs(graph: Graph, aadObjectId: string, options: { readonly deadlineMs: number }): Promise<WhoIs> {
  const deadline = within(options.deadlineMs);
  const reading = await graph.tenant.share(`user ${aadObjectId.toLowerCase()}`, rememberMs, deadline, (own) => readUser(graph, aadObjectId, own));
  return judge(reading);
}

function judge(reading: Reading<GraphUser>): WhoIs {
  if (reading.kind === 'absent') return { kind: 'unknown' };
  if (reading.kind === 'failed') return { kind: 'could-not-check' };
  const user = reading.value;
  // Both properties come only when selected, so one that is missing proves nothing.
  if (typeof user.accountEnabled !== 'boolean' || typeof user.userType !== 'string') return { kind: 'could-not-check' };
  if (user.userType.toLowerCase() !== 'member') return { kind: 'guest', user };
  return user.accountEnabled ? { kind: 'member', user } : { kind: 'disabled', user };
}

/**
 * Exactly this user principal name, else exactly this mail address, for an agent who opens a case for someone.
 * @returns `not-found` also when several people share the address: then nobody should be guessed.
 */
export async function findUser(graph: Graph, upnOrMail: string, options: { readonly deadlineMs?: number } = {}): Promise<GraphUser | 'not-found' | 'could-not-check'> {
  const wanted = upnOrMail.trim();
  if (!/^[^\s@/?#]{1,64}@[^\s@/?#]{1,255}$/.test(wanted)) return 'not-found';
  const deadline = within(options.deadlineMs ?? 5_000);
  const byName = await readUser(graph, wanted, deadline);
  if (byName.kind === 'read') return byName.value;
  if (byName.kind === 'failed') return 'could-not-check';
  const byMail = await graph.read.all(
    {
      name: 'user-by-mail',
      version: 'v1.0',
      url: `/users${query({ filter: `mail eq ${literal(wanted)}`, select: userProperties, top: 2 })}`,
      service: 'identity',
      units: 2,
      permission: 'User.Read.All',
    },
    deadline,
  );
  if (byMail.kind !== 'read') return 'could-not-check';
  const [only, another] = byMail.value;
  return only && !another ? (only) : 'not-found';
}

/**
 * The person's sign-ins since then, both kinds, newest first: the cheap look whether it works now. A log that could not
 * be read is `could-not-check`; rows appear in it minutes after the attempt.
 */
export async function latestSignIns(graph: Graph, userId: string, since: Date, options: { readonly deadlineMs?: number } = {}): Promise<SignIn[] | 'could-not-check'> {
  const deadline = within(options.deadlineMs ?? 12_000);
  const readings = await Promise.all([readSignIns(graph, userId, since, deadline), readNonInteractiveSignIns(graph, userId, since, deadline)]);
  const rows = readings.flatMap((reading) => (reading.kind === 'read' ? reading.value : []));
  if (rows.length === 0 && readings.some(({ kind }) => kind !== 'read')) return 'could-not-check';
  return rows.sort((one, other) => (other.createdDateTime ?? '').localeCompare(one.createdDateTime ?? ''));
}
