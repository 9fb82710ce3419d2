/** Who ran the command, from `Executing Account Name`. */
import { type Capture } from '../capture.ts';

export type ExecutingAccount =
  | { readonly kind: 'system' }
  /** An account of this machine only; it never has a token of Entra. */
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'user'; readonly name: string; readonly userPrincipalName?: string };

/**
 * Printed as `DOMAIN\user, upn`, `AzureAD\User, upn`, `HOST\user` (local) or `DOMAIN\HOST$, HOST$@domain` (the computer).
 */
export function accountOf({ executingAccountName, device }: Capture): ExecutingAccount | undefined {
  if (!executingAccountName) return undefined;
  const [account = '', principal = ''] = executingAccountName.split(',').map((part) => part.trim());
  const [authority = '', name = account] = account.includes('\\') ? account.split('\\') : ['', account];
  if (name.endsWith('$') || /^(?:nt authority\\|autorit.{1,3} nt\\|nt-autorit)/i.test(account) || /^system$/i.test(name)) return { kind: 'system' };
  const userPrincipalName = [principal, name].find((part) => /^[^\s@]+@[^\s@]+$/.test(part))?.toLowerCase();
  if (userPrincipalName) return { kind: 'user', name, userPrincipalName };
  const host = device.deviceName?.split('.')[0]?.toLowerCase();
  const isOfDomain = /^azuread$/i.test(authority) || device.domainJoined === 'YES';
  const isOfHost = authority !== '' && authority.toLowerCase() === host;
  return isOfHost || (authority !== '' && !isOfDomain && device.domainJoined === 'NO') ? { kind: 'local', name } : { kind: 'user', name };
}

/**
 * Only what is clear: the same name before the @ in another suffix may be one person with an alternate sign-in name,
 * and a short domain name says nothing about the sign-in name at all.
 */
export function isSomebodyElse(account: ExecutingAccount, userPrincipalName: string | undefined): boolean {
  if (account.kind !== 'user' || !account.userPrincipalName || !userPrincipalName) return false;
  const person = userPrincipalName.toLowerCase();
  if (account.userPrincipalName === person) return false;
  return localPart(account.userPrincipalName) !== localPart(person) && account.name.toLowerCase() !== localPart(person);
}

function localPart(userPrincipalName: string): string {
  return userPrincipalName.split('@')[0] ?? '';
}
