/** How the machine is tied to Entra, read from all flags together. */
import { type Capture, type JoinType } from '../capture.ts';

/**
 * Hybrid is AzureAdJoined YES and DomainJoined YES; NO and YES is a machine whose hybrid join has not happened.
 * A missing flag is made up for by rows that only such a machine prints; `unknown` when that does not decide.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd#device-state
 */
export function joinType(capture: Capture): JoinType {
  const { enterpriseJoined } = capture.device;
  const joined = isJoined(capture);
  const domain = isDomainJoined(capture);
  if (joined) return domain === undefined ? 'unknown' : domain ? 'hybrid-joined' : 'entra-joined';
  if (joined === undefined) return isRegisteredOnly(capture) ? 'registered' : 'unknown';
  if (enterpriseJoined === 'YES') return 'on-premises-registered';
  const registered = isRegistered(capture);
  if (domain) return registered ? 'domain-and-registered' : 'domain-only';
  if (registered) return 'registered';
  return domain === false && registered === false ? 'none' : 'unknown';
}

/**
 * Whether the machine believes to be joined to Entra (cloud or hybrid); `undefined` when nothing printed tells.
 * Of use where the join type stays unknown because the domain row is missing.
 */
export function isJoined({ device, details, preJoin, postJoin, sso, ngc }: Capture): boolean | undefined {
  if (device.azureAdJoined === 'YES') return true;
  if (device.azureAdJoined === 'NO') return false;
  // Device Details also stand on a machine joined to AD FS, which says so.
  if (details.deviceAuthStatus ?? details.deviceId) return device.enterpriseJoined === 'YES' ? undefined : true;
  if (preJoin) return false;
  if (postJoin.aadRecoveryEnabled !== undefined || sso.azureAdPrt === 'YES' || ngc.isDeviceJoined === 'YES') return true;
  return ngc.isDeviceJoined === 'NO' ? false : undefined;
}

function isDomainJoined({ device, preJoin }: Capture): boolean | undefined {
  if (device.domainJoined === 'YES') return true;
  if (device.domainJoined === 'NO') return false;
  // The name of the domain is printed for members only.
  if (device.domainName !== undefined) return true;
  // Pre-join rows are printed for domain joined machines only.
  return preJoin ? true : undefined;
}

function isRegistered({ user, workAccounts }: Capture): boolean | undefined {
  if (user.workplaceJoined === 'YES' || workAccounts.length > 0) return true;
  return user.workplaceJoined === 'NO' ? false : undefined;
}

/** Only the User State was pasted: a joined machine would have a default account there. */
function isRegisteredOnly(capture: Capture): boolean {
  return isRegistered(capture) === true && capture.user.wamDefaultSet !== 'YES' && capture.device.domainJoined !== 'YES';
}
