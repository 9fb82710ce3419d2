/** Comparing what several systems spell in several ways. */

const nothing = /^[0-]*$/;

/** Lower case without braces; undefined for empty and for the all-zero id Intune writes when there is no registration. */
export function idOf(value: string | null | undefined): string | undefined {
  const id = (value ?? '').trim().toLowerCase().replace(/^\{\s*|\s*\}$/g, '');
  return nothing.test(id) ? undefined : id;
}

export function sameId(one: string | null | undefined, other: string | null | undefined): boolean {
  const id = idOf(one);
  return id !== undefined && id === idOf(other);
}

/** Host names without their domain suffix, ignoring case: `LAP7.contoso.com` is `LAP7`. */
export function sameName(one: string | null | undefined, other: string | null | undefined): boolean {
  const short = (name: string | null | undefined) => (name ?? '').trim().toLowerCase().split('.')[0];
  return Boolean(short(one)) && short(one) === short(other);
}

export const samePerson = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one?.trim()) && one?.trim().toLowerCase() === other?.trim().toLowerCase();

export type Trust = 'joined' | 'hybrid' | 'registered';

/**
 * Three vocabularies for one thing: Graph's `trustType`, the display words of the sign-in log, the device filter's values.
 * @returns undefined for null, empty and words not known yet.
 * @see https://learn.microsoft.com/graph/api/resources/device
 */
export function trustOf(trustType: string | null | undefined): Trust | undefined {
  const word = (trustType ?? '').toLowerCase().replace(/[^a-z]/g, '');
  if (word === 'serverad' || word.includes('hybrid')) return 'hybrid';
  if (word === 'workplace' || word.endsWith('registered')) return 'registered';
  if (word === 'azuread' || word.endsWith('joined')) return 'joined';
  return undefined;
}
