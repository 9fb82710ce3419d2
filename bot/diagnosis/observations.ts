import type { Finding } from './diagnosis.ts';
import type { Facts } from './facts/facts.ts';
import { finding, present } from './facts/finding.ts';
import { clockText, iso } from './facts/moments.ts';

/** What was seen and moved no cause, or only explains why one was set aside. Shown under "also seen". */
export function observations({ local, device, failing, demands, log, management, intune, now }: Facts): Finding[] {
  const age = local.newestAt === undefined ? undefined : now - local.newestAt;
  const { otherDevice, fixedSince } = failing;
  return present([
    local.joinType !== 'unknown' && finding('join-type', 'dsregcmd', 'T4', 'weak', `The laptop is ${joinWords[local.joinType]}.`),
    local.prt === 'yes' && finding('token-present', 'dsregcmd', 'T3', 'weak', 'Windows holds a sign-in token for this person.', iso(local.prtUpdatedAt)),
    local.prt === 'no' && finding('no-token', 'dsregcmd', 'T3', 'weak', 'Windows has no sign-in token for this person.'),
    local.deviceAuth?.kind === 'success' && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded.'),
    age !== undefined && age > 3_600_000 && finding('capture-age', 'dsregcmd', 'T0', 'weak', `The newest moment in the output is ${clockText(local.newestAt)}.`, iso(local.newestAt)),
    device.state === 'found' && !device.pending && finding('device-found', 'entra-device', 'T1', 'strong', 'Entra holds this device.'),
    device.thumbprint === 'equal' && finding('thumbprint-equal', 'entra-device', 'T1', 'strong', 'The certificate on the laptop is the one Entra knows.'),
    intune.state === 'found' && management.standing === 'compliant' && finding('intune-compliant', 'intune', 'T1', 'strong', 'Intune manages this device and finds nothing wrong with it.', iso(intune.lastSyncAt)),
    device.state === 'found' && management.standing === 'lagging' && finding('entra-lags-behind-intune', 'intune', 'T1', 'weak', 'Intune finds the device compliant, Entra does not know it yet.', iso(intune.lastSyncAt)),
    management.standing === 'grace' && finding('in-grace-period', 'intune', 'T1', 'strong', 'A rule fails, but Intune still grants a grace period in which access is allowed.'),
    demands.reportOnly && finding('report-only-failures', 'conditional-access', 'T2', 'weak', 'Policies in report-only mode would have refused; they never stop a sign-in.'),
    otherDevice && finding('sign-in-of-another-device', 'sign-in-log', 'T2', 'strong', `The refused sign-in showed another registration (${otherDevice.row.deviceDetail?.deviceId ?? 'unknown'}), not this laptop’s ${device.id ?? ''}.`, iso(otherDevice.at)),
    fixedSince && finding('fixed-since', 'sign-in-log', 'T2', 'strong', 'What the refused sign-in complained about has been put right since.', iso(fixedSince.at)),
    log.state === 'read' && log.refusals.length === 0 && finding('no-refusal-logged', 'sign-in-log', 'T2', 'weak', 'The sign-in log holds no refused sign-in of the last day; rows can take some minutes to appear.'),
  ]);
}

const joinWords: Record<string, string> = {
  'entra-joined': 'joined to Entra',
  'hybrid-joined': 'joined to the domain and to Entra (hybrid)',
  'domain-only': 'in the Windows domain, not joined to Entra',
  'domain-and-registered': 'in the Windows domain and registered at Entra, not joined',
  registered: 'registered with a work account, not joined',
  'on-premises-registered': 'registered on premises (AD FS)',
  none: 'neither joined nor registered',
};
