import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../bot/diagnosis/diagnosis.ts';
import { verdictTexts } from '../cards/texts/causes.ts';
import { guidePlaces } from '../cards/texts/guide.ts';
import type { LobbyGuest } from './playground/lobby.ts';
import type { PlaygroundPerson, PlaygroundPlace } from './playground/config.ts';
import { cast, staff, type CastMember, type StaffMember } from './sandbox/people.ts';

/** The channel of `TRIAGE_CHANNEL_ID` in `env/.env.sandbox`; only agents' Playgrounds have it (each has its own copy). */
export interface ContosoPlace {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly triageChannelId: string;
}

const agentKeys: readonly string[] = ['agent', 'secondAgent'];
const isAgent = (member: StaffMember): boolean => agentKeys.includes(member.key);

const people = new Map<string, PlaygroundPerson & { channel: 'triage' | 'own' }>([
  ...cast.map(
    (member) =>
      [member.slug, { aadObjectId: member.aadObjectId, name: member.name, userPrincipalName: member.upn, channel: 'own' as const }] as const,
  ),
  ...staff.map(
    (member) =>
      [
        staffSlug(member),
        {
          aadObjectId: member.aadObjectId,
          name: member.name,
          userPrincipalName: member.upn,
          channel: isAgent(member) ? ('triage' as const) : ('own' as const),
        },
      ] as const,
  ),
]);

/** `cloudDevice` → `cloud-device`. */
function staffSlug(member: StaffMember): string {
  return member.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const slugs = (): readonly string[] => [...people.keys()];

/** How the Playground of that person is laid out. @returns undefined for a name nobody has */
export function placeOf(slug: string, contoso: ContosoPlace): PlaygroundPlace | undefined {
  const person = people.get(slug);
  if (!person) return undefined;
  return {
    tenantId: contoso.tenantId,
    botAppId: contoso.botAppId,
    person,
    others: [...people.values()],
    channel:
      person.channel === 'triage'
        ? { id: contoso.triageChannelId, name: 'CAA50021 triage' }
        : { id: `19:corner-${person.aadObjectId}@thread.tacv2`, name: 'Coffee corner' },
  };
}

function groupOf({ slug, causeId }: CastMember): 'guide' | 'more' | 'special' {
  if (slug !== causeId || causeId === 'healthy') return 'special';
  return /^(Cause|New laptop|When to escalate)/.test(placeOfCause(causeId)) ? 'guide' : 'more';
}

const placeOfCause = (causeId: string): string => guidePlaces[causeId as Verdict].place;

/** "Cause 1 · Device record deleted", so that the guide is found again. */
function causeName({ slug, causeId }: CastMember): string {
  const number = /^Cause \d/.exec(placeOfCause(causeId))?.[0];
  const { name } = verdictTexts[causeId as Verdict];
  return number && slug === causeId ? `${number} · ${name}` : name;
}

/** Everybody in the lobby: first those with a laptop in trouble, then the helpdesk, then the admins. */
export function lobbyGuests(capturesDir: string): readonly LobbyGuest[] {
  const read = (slug: string): string | undefined => {
    try {
      return readFileSync(join(capturesDir, `${slug}.txt`), 'utf8');
    } catch {
      return undefined;
    }
  };
  return [
    ...cast.map((member) => ({
      slug: member.slug,
      name: member.name,
      group: groupOf(member),
      role: causeName(member),
      story: member.story,
      capture: read(member.slug),
    })),
    ...staff.map((member) => ({
      slug: staffSlug(member),
      name: member.name,
      group: isAgent(member) ? ('helpdesk' as const) : ('admin' as const),
      role: member.roles.join(', ') || 'Helpdesk',
      story: isAgent(member)
        ? 'Open the channel “CAA50021 triage” on the left. Mention the bot: @CAA50021 Helpdesk open cases'
        : 'Holds the role above; cases that need it are handed to it.',
    })),
  ];
}
