/** Reads the text of `dsregcmd /status` as people paste it. */
import { type Capture, type DeviceDetails, type DeviceState, type NgcCheck, type ProxySettings, type Row, type SsoState, type TenantDetails, type Unreadable, type UserState } from '../capture.ts';
import { codesIn } from '../codes/codes-in.ts';
import { notesOn } from './capture-notes.ts';
import { hasEvidence } from './evidence.ts';
import { type Facts, factsOf, known } from './facts.ts';
import { maxCharacters, normalise } from './normalise.ts';
import { lastOutput } from './outputs.ts';
import { linesOf } from './lines-of.ts';
import { type PlacedRow, placeRows, titleOf } from './place-rows.ts';
import { postJoinOf, preJoinOf } from './pre-join.ts';
import { prtAttempts } from './prt-attempts.ts';
import { type Item, readRows } from './read-rows.ts';
import { readDeviceAuthStatus, readFlag, readKeySignTest } from './values.ts';
import { withRegisteredAccount, workAccountsOf } from './work-accounts.ts';

/**
 * Reads one output in any of the shapes it is known to arrive in: cut, filtered, flattened, marked up, translated,
 * exported, quoted in prose, printed twice. Never throws; linear in the text.
 * @returns what the machine says, every property absent that was not printed, masked or unreadable; `Unreadable` with
 *   `no-dsregcmd` when neither a row of the tool nor an error code is in the text.
 * @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
export function readCapture(text: string): Capture | Unreadable {
  if (text.length > maxCharacters) return { kind: 'unreadable', reason: 'too-large' };
  const plain = normalise(text);
  if (plain.trim() === '') return { kind: 'unreadable', reason: 'empty' };
  const { items, around, mostRowsInLine } = readRows(linesOf(plain));
  const looseCodes = codesIn(around.join('\n'));
  if (!hasEvidence(items, plain)) {
    return looseCodes.length > 0 ? codesOnly(looseCodes) : { kind: 'unreadable', reason: 'no-dsregcmd' };
  }
  const output = lastOutput(items);
  const rows = placeRows(output.items);
  const capture = { ...partsOf(rows), rows: printedRows(output.items), sections: titlesOf(output.items), looseCodes };
  return { ...capture, notes: notesOn(capture, { rows, isDoubled: output.isDoubled, mostRowsInLine }) };
}

function partsOf(rows: readonly PlacedRow[]) {
  const device = deviceOf(factsOf(rows, 'device'));
  const diagnostics = factsOf(rows, 'postJoin', 'preJoin', 'details');
  const keySignTest = diagnostics.read('KeySignTest', readKeySignTest);
  const executingAccountName = diagnostics.text('Executing Account Name');
  const preJoin = preJoinOf(rows, device);
  return withRegisteredAccount({
    device,
    details: detailsOf(factsOf(rows, 'details')),
    tenant: tenantOf(factsOf(rows, 'tenant')),
    user: userOf(factsOf(rows, 'user')),
    sso: ssoOf(factsOf(rows, 'sso'), rows),
    workAccounts: workAccountsOf(rows),
    ...(preJoin && { preJoin }),
    postJoin: postJoinOf(rows),
    ...(keySignTest && { keySignTest }),
    ...(executingAccountName && { executingAccountName }),
    proxy: proxyOf(rows),
    ngc: ngcOf(factsOf(rows, 'ngc')),
  });
}

function deviceOf(facts: Facts): DeviceState {
  return known<DeviceState>({
    azureAdJoined: facts.flag('AzureAdJoined'),
    enterpriseJoined: facts.flag('EnterpriseJoined'),
    domainJoined: facts.flag('DomainJoined'),
    domainName: facts.text('DomainName'),
    virtualDesktop: facts.text('Virtual Desktop'),
    deviceName: facts.text('Device Name'),
  });
}

function detailsOf(facts: Facts): DeviceDetails {
  return known<DeviceDetails>({
    deviceId: facts.guid('DeviceId'),
    thumbprint: facts.thumbprint('Thumbprint'),
    certificateValidity: facts.validity('DeviceCertificateValidity'),
    keyContainerId: facts.guid('KeyContainerId'),
    keyProvider: facts.text('KeyProvider'),
    tpmProtected: facts.flag('TpmProtected'),
    deviceAuthStatus: facts.read('DeviceAuthStatus', readDeviceAuthStatus),
  });
}

function tenantOf(facts: Facts): TenantDetails {
  return known<TenantDetails>({
    tenantName: facts.text('TenantName'),
    tenantId: facts.guid('TenantId'),
    mdmUrl: facts.printed('MdmUrl'),
    mdmTouUrl: facts.printed('MdmTouUrl'),
    mdmComplianceUrl: facts.printed('MdmComplianceUrl'),
  });
}

function userOf(facts: Facts): UserState {
  return known<UserState>({
    ngcSet: facts.flag('NgcSet'),
    canReset: facts.text('CanReset'),
    workplaceJoined: facts.flag('WorkplaceJoined'),
    workAccountCount: facts.number('WorkAccountCount'),
    wamDefaultSet: facts.flag('WamDefaultSet'),
    wamDefaultError: facts.read('WamDefaultSet', (value) => readFlag(value)?.code),
    wamDefaultAuthority: facts.text('WamDefaultAuthority'),
    wamDefaultGuid: facts.text('WamDefaultGUID'),
  });
}

function ssoOf(facts: Facts, rows: readonly PlacedRow[]): SsoState {
  return known<SsoState>({
    azureAdPrt: facts.flag('AzureAdPrt'),
    azureAdPrtUpdatedAt: facts.time('AzureAdPrtUpdateTime'),
    azureAdPrtExpiresAt: facts.time('AzureAdPrtExpiryTime'),
    // The literal NO where nothing is joined.
    azureAdPrtAuthority: facts.read('AzureAdPrtAuthority', (value) => readFlag(value)?.flag) ?? facts.text('AzureAdPrtAuthority'),
    enterprisePrt: facts.flag('EnterprisePrt'),
    onPremTgt: facts.flag('OnPremTgt'),
    cloudTgt: facts.flag('CloudTgt'),
    attempts: prtAttempts(rows),
  });
}

/** The system account's settings are printed in elevated runs only and are left out: they would shadow the person's. */
function proxyOf(rows: readonly PlacedRow[]): ProxySettings {
  const facts = factsOf(rows.filter((row) => !/system/i.test(row.section)), 'proxy');
  return known<ProxySettings>({
    // Without titles the last printing is the person's, also when it is empty.
    userProxy: facts.printed('Proxy Server List') || undefined,
    autoConfigurationUrl: facts.text('Auto-Configuration URL'),
    autoDetect: facts.flag('Auto Detect Settings'),
    winHttpAccessType: facts.text('Access Type'),
  });
}

function ngcOf(facts: Facts): NgcCheck {
  return known<NgcCheck>({
    isDeviceJoined: facts.flag('IsDeviceJoined'),
    isUserAzureAd: facts.flag('IsUserAzureAD'),
    sessionIsNotRemote: facts.flag('SessionIsNotRemote') ?? facts.text('SessionIsNotRemote'),
    preReqResult: facts.text('PreReqResult'),
  });
}

/** Settings blobs are long, tell nothing and may hold what should not be kept. */
function printedRows(items: readonly Item[]): Row[] {
  const rows: Row[] = [];
  let section = '';
  for (const item of items) {
    if (item.kind === 'title') section = titleOf(item);
    else if (item.field?.kind !== 'blob') rows.push({ section, name: item.printed, value: item.value });
  }
  return rows;
}

function titlesOf(items: readonly Item[]): string[] {
  return items.filter((item) => item.kind === 'title').map(titleOf);
}

function codesOnly(looseCodes: readonly string[]): Capture {
  return { ...partsOf([]), rows: [], sections: [], looseCodes, notes: ['error-code-only'] };
}
