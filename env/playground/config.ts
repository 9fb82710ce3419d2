/**
 * The configuration file of one Microsoft 365 Agents Playground. It shows exactly one person's Teams, so every person has
 * an instance of their own: the same bot and tenant, their own personal chat and their own port.
 */

export interface PlaygroundPerson {
  readonly aadObjectId: string;
  readonly name: string;
  readonly userPrincipalName: string;
}

export interface PlaygroundPlace {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly person: PlaygroundPerson;
  /** The Playground wants exactly five more members; they only fill its lists. */
  readonly others: readonly PlaygroundPerson[];
  /** The one channel this person's team has besides General. */
  readonly channel: { readonly id: string; readonly name: string };
}

/** Teams-shaped and stable: the same person has the same ids in every instance. */
export const teamsUserId = (person: PlaygroundPerson): string => `29:${person.aadObjectId}`;
export const personalChatId = (person: PlaygroundPerson): string => `a:personal-${person.aadObjectId}`;

function user(person: PlaygroundPerson): Record<string, string> {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: teamsUserId(person),
    name: person.name,
    userPrincipleName: person.userPrincipalName, // the Playground's own spelling
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' ') || givenName,
    email: person.userPrincipalName,
  };
}

export function playgroundConfig(place: PlaygroundPlace): Record<string, unknown> {
  const others = place.others.filter((other) => other.aadObjectId !== place.person.aadObjectId).slice(0, 5);
  if (others.length !== 5) throw new Error('A Playground needs five other members.');
  const key = place.person.aadObjectId;
  return {
    version: '0.1.1',
    tenantId: place.tenantId,
    bot: { id: `28:${place.botAppId}`, name: 'CAA50021 Helpdesk' },
    currentUser: user(place.person),
    users: others.map(user),
    personalChat: { id: personalChatId(place.person) },
    groupChat: { id: `19:group-${key}@thread.v2`, name: 'Group chat' },
    team: {
      id: `19:team-${key}@thread.tacv2`,
      name: 'Contoso IT',
      aadGroupId: key,
      channels: [place.channel],
    },
  };
}
