import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LobbyGuest } from './playground/lobby.ts';
import type { PlaygroundPerson, PlaygroundPlace } from './playground/config.ts';
import { cast, staff, type StaffMember } from './sandbox/people.ts';

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
      role: `reporter · ${member.causeId}`,
      story: member.story,
      capture: read(member.slug),
    })),
    ...staff.map((member) => ({
      slug: staffSlug(member),
      name: member.name,
      role: member.roles.join(', ') || 'Helpdesk',
      story: isAgent(member)
        ? 'Works in the triage channel: open "CAA50021 triage". Say: @CAA50021 Helpdesk open case for mara.lindqvist@contoso.com'
        : 'Holds the role named above; cases that need it are handed to it.',
    })),
  ];
}
