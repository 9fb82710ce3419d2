/**
 * The application permissions of the reader registration: all read-only, each with what a case loses without it. The
 * README shows this list and the start-up log names what is missing.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export interface ReaderPermission {
  readonly name: string;
  readonly kind: 'needed' | 'optional';
  /** One sentence for the operator. */
  readonly without: string;
}

export const readerPermissions: readonly ReaderPermission[] = [
  { name: 'User.Read.All', kind: 'needed', without: 'Nobody can be recognised as a member, so the bot answers no one.' },
  { name: 'Device.Read.All', kind: 'needed', without: 'Deleted and disabled devices cannot be told apart from healthy ones.' },
  { name: 'AuditLog.Read.All', kind: 'needed', without: 'Neither failed sign-ins nor who deleted a device or changed a policy can be seen.' },
  { name: 'Policy.Read.All', kind: 'needed', without: 'The policies are invisible, and the sign-in log hides which of them failed.' },
  { name: 'Policy.Read.AuthenticationMethod', kind: 'needed', without: 'Whether a Temporary Access Pass may be issued, and for how long, is unknown.' },
  { name: 'DeviceManagementManagedDevices.Read.All', kind: 'needed', without: 'Enrolment and compliance in Intune cannot be seen.' },
  { name: 'DeviceManagementConfiguration.Read.All', kind: 'needed', without: 'Which compliance setting failed, and when its policy changed, is unknown.' },
  { name: 'DeviceManagementApps.Read.All', kind: 'optional', without: 'Who changed a compliance policy is unknown: Intune keeps its own audit log.' },
  { name: 'DeviceManagementServiceConfig.Read.All', kind: 'optional', without: 'The Autopilot state of a new laptop is unknown.' },
];

const names = readerPermissions.map(({ name }) => name);

/** Rights that change something: a reader that holds one is a danger and should be told. */
const writing = /write|privilegedoperations|accessasuser|\.remove\./i;

/**
 * The token's `roles` claim; undefined when the token cannot be read. It is looked at, not verified: it came from Entra over
 * TLS and Graph is the one who judges it.
 */
function rolesIn(token: string): readonly unknown[] | undefined {
  try {
    const { roles } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { roles?: unknown };
    return Array.isArray(roles) ? (roles as readonly unknown[]) : [];
  } catch {
    return undefined;
  }
}

/** What the token lacks of the list above. An unreadable token lacks nothing that we could name. */
export function missingPermissions(token: string): ReaderPermission[] {
  const roles = rolesIn(token);
  return roles ? readerPermissions.filter(({ name }) => !roles.includes(name)) : [];
}

/** What is granted beyond the list and could change something. */
export function excessPermissions(token: string): string[] {
  const roles = rolesIn(token) ?? [];
  return roles.filter((role): role is string => typeof role === 'string' && !names.includes(role) && writing.test(role));
}
