/** Reads the registered accounts, and gives back to them what the old layout prints among the device's rows. */
import { type DeviceDetails, type DeviceState, type TenantDetails, type UserState, type WorkAccount } from '../capture.ts';
import { factsOf, known } from './facts.ts';
import { type PlacedRow } from './place-rows.ts';

export function workAccountsOf(rows: readonly PlacedRow[]): WorkAccount[] {
  const mine = rows.filter((row) => row.group === 'workAccount');
  const accounts = new Map<number, PlacedRow[]>();
  for (const row of mine) accounts.set(row.account, [...(accounts.get(row.account) ?? []), row]);
  const inOrder = [...accounts].sort(([one], [other]) => one - other).map(([, each]) => each);
  return inOrder.map(accountOf).filter((account) => Object.keys(account).length > 0);
}

function accountOf(rows: readonly PlacedRow[]): WorkAccount {
  const facts = factsOf(rows, 'workAccount');
  return known<WorkAccount>({
    deviceId: facts.guid('WorkplaceDeviceId'),
    thumbprint: facts.thumbprint('WorkplaceThumbprint'),
    certificateValidity: facts.validity('DeviceCertificateValidity'),
    tpmProtected: facts.flag('TpmProtected'),
    keyProvider: facts.text('KeyProvider'),
    tenantId: facts.guid('WorkplaceTenantId'),
    tenantName: facts.text('WorkplaceTenantName'),
    mdmUrl: facts.printed('WorkplaceMdmUrl'),
  });
}

interface Parts {
  readonly device: DeviceState;
  readonly user: UserState;
  readonly details: DeviceDetails;
  readonly tenant: TenantDetails;
  readonly workAccounts: readonly WorkAccount[];
}

/**
 * Up to Windows 10 1803 a machine that is not joined prints device id and tenant of its registered account under
 * Device State. Such an id is no proof of a join.
 */
export function withRegisteredAccount<T extends Parts>(parts: T): T {
  const { device, user, details, tenant } = parts;
  const isUnjoined = device.azureAdJoined === 'NO' && device.enterpriseJoined !== 'YES';
  if (!isUnjoined || user.workplaceJoined === 'NO' || !(details.deviceId ?? tenant.tenantId)) return parts;
  const account = known<WorkAccount>({
    deviceId: details.deviceId,
    thumbprint: details.thumbprint,
    certificateValidity: details.certificateValidity,
    tpmProtected: details.tpmProtected,
    keyProvider: details.keyProvider,
    tenantId: tenant.tenantId,
    tenantName: tenant.tenantName,
    mdmUrl: tenant.mdmUrl,
  });
  const others = parts.workAccounts.filter((other) => other.deviceId !== account.deviceId);
  return { ...parts, details: {}, tenant: {}, workAccounts: [account, ...others] };
}
