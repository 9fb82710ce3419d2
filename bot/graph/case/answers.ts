import type * as G from '../../diagnosis/graph-answers.ts';
import type { Failure, Reading } from '../part.ts';
import { caseAudits, caseIntuneAudits } from './audits.ts';
import { cohortOf } from './cohort.ts';
import type { FirstTrip } from './first-trip.ts';
import { openLedger, type Ledger } from './gaps.ts';
import { deletedOf, devicesOf, managedOf, signInsOf, valueOf, type Leads } from './leads.ts';
import type { SecondTrip } from './second-trip.ts';
import { givenDeviceIds, type Subject } from './subject.ts';

/** Puts the readings of all trips into Graph's own shapes: a key that is absent was not read, and a gap says why. */
export function toAnswers(subject: Subject, one: FirstTrip, leads: Leads, two: SecondTrip): G.GraphAnswers {
  const ledger = openLedger();
  const { take } = ledger;
  const deleted = take('deletedDevices', one.deleted);
  const intuneAudits = take('deviceManagementAudits', one.intuneAudits);
  const answers: G.GraphAnswers = {
    user: one.user.kind === 'absent' ? null : take('user', one.user),
    devices: devices(ledger, one, leads, two),
    deletedDevices: deleted && deletedOf(deleted, [...leads.focus, ...leads.unchecked], leads.targets.names),
    signIns: signIns(ledger, one),
    managedDevices: managedDevices(ledger, subject, one),
    complianceSettings: settings(ledger, one, two),
    compliancePolicies: take('compliancePolicies', one.compliancePolicies),
    conditionalAccessPolicies: take('conditionalAccessPolicies', one.policies),
    directoryAudits: directoryAudits(ledger, one, leads, two),
    deviceManagementAudits: intuneAudits && caseIntuneAudits(intuneAudits, managedOf(one)),
    organization: take('organization', one.organization),
    cohort: cohort(ledger, subject, one, leads, two),
    temporaryAccessPassPolicy: take('temporaryAccessPassPolicy', one.passPolicy),
    adminRoles: take('adminRoles', one.adminRoles),
    deviceManagementTroubleshootingEvents: take('deviceManagementTroubleshootingEvents', one.enrolmentEvents),
    windowsProtectionStates: every(ledger, 'windowsProtectionStates', two.protection.values(), one.managed),
    windowsAutopilotDeviceIdentities: every(ledger, 'windowsAutopilotDeviceIdentities', two.autopilot.values(), one.managed)?.flat(),
  };
  const forbidden = ledger.forbidden();
  if (one.user.kind === 'absent') ledger.readAt.user = one.user.at;
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(forbidden.length > 0 && { forbidden }), gaps: ledger.gaps, readAt: ledger.readAt };
}

/**
 * A device id that is missing here counts as "not in the directory", so the list is only given when the devices the
 * case is about were found or proven absent.
 */
function devices(ledger: Ledger, one: FirstTrip, leads: Leads, two: SecondTrip): G.GraphDevice[] | undefined {
  const looked = new Map([...one.byId, ...two.byId]);
  const found = devicesOf(one, two.byId.values());
  const present = new Set(found.map(({ deviceId }) => deviceId?.toLowerCase()));
  const unknown = [...looked].filter((entry): entry is [string, Failure & Reading<never>] => entry[1].kind === 'failed' && !present.has(entry[0]));
  for (const [, failure] of unknown) ledger.miss('devices', failure);
  if (unknown.some(([id]) => leads.focus.includes(id))) return undefined;
  // Found in the person's list all the same: nothing is lost but the second opinion.
  for (const reading of looked.values()) if (reading.kind === 'failed' && unknown.length === 0) ledger.miss('devices.byId', reading);
  const { registered } = one;
  const named = [...one.byName.values()];
  if (registered.kind !== 'read') {
    const failure: Failure = registered.kind === 'failed' ? registered : { kind: 'failed', reason: 'unavailable' };
    const answered = looked.size > unknown.length || named.some(({ kind }) => kind === 'read');
    ledger.miss(answered ? 'devices.registered' : 'devices', failure);
    if (!answered) return undefined;
  } else if (registered.incomplete) ledger.note({ key: 'devices', reason: 'incomplete' });
  for (const reading of named) if (reading.kind === 'failed') ledger.miss('devices.named', reading);
  const at = [registered, ...looked.values(), ...named].find((reading) => reading.kind !== 'failed')?.at;
  if (at) ledger.readAt.devices = at;
  return found;
}

function signIns(ledger: Ledger, one: FirstTrip): G.SignIn[] | undefined {
  const rows = signInsOf(one);
  const { signIns: interactive, nonInteractive } = one;
  if (interactive.kind === 'failed' && (nonInteractive.kind === 'failed' || rows.length === 0)) {
    ledger.miss('signIns', interactive);
    if (nonInteractive.kind === 'failed') ledger.miss('signIns.nonInteractive', nonInteractive);
    return undefined;
  }
  if (interactive.kind === 'failed') ledger.miss('signIns.interactive', interactive);
  if (nonInteractive.kind === 'failed') ledger.miss('signIns.nonInteractive', nonInteractive);
  for (const reading of [interactive, nonInteractive]) {
    if (reading.kind !== 'read') continue;
    ledger.readAt.signIns ??= reading.at;
    if (reading.incomplete) ledger.note({ key: 'signIns', reason: 'incomplete' });
  }
  // Without a right to see policies the log answers as if nothing were wrong, only that this one property is not there.
  if (rows.some((row) => row.appliedConditionalAccessPolicies === undefined)) {
    ledger.note({ key: 'signIns.appliedConditionalAccessPolicies', reason: 'forbidden', permission: 'Policy.Read.All' });
  }
  return rows;
}

/** As with the directory: no record of a device that could not be looked up would read as "not enrolled". */
function managedDevices(ledger: Ledger, subject: Subject, one: FirstTrip): G.ManagedDevice[] | undefined {
  const rows = managedOf(one);
  const enrolled = new Set(rows.map(({ azureADDeviceId }) => azureADDeviceId?.toLowerCase()));
  const unknown = givenDeviceIds(subject).filter((id) => one.managedById.get(id)?.kind === 'failed' && !enrolled.has(id));
  if (unknown.length > 0) {
    ledger.miss('managedDevices', one.managedById.get(unknown[0]!) as Failure);
    return undefined;
  }
  for (const reading of one.managedById.values()) if (reading.kind === 'failed') ledger.miss('managedDevices.ofDevice', reading);
  const answered = [...one.managedById.values()].filter((reading) => reading.kind === 'read');
  if (one.managed.kind === 'failed' && answered.length > 0) {
    ledger.miss('managedDevices.ofUser', one.managed);
    ledger.readAt.managedDevices = answered[0]!.at;
    return rows;
  }
  return ledger.take('managedDevices', one.managed) && rows;
}

function settings(ledger: Ledger, one: FirstTrip, two: SecondTrip): G.ComplianceSetting[] | undefined {
  return every(ledger, 'complianceSettings', two.settings.values(), one.managed)?.flat();
}

/** All of them or none; not asked when the managed devices themselves were not read. */
function every<T>(ledger: Ledger, key: G.GraphKey | G.GraphContextKey, readings: Iterable<Reading<T>>, managed: Reading<unknown>): T[] | undefined {
  const all = [...readings];
  if (all.length === 0 && managed.kind !== 'read') {
    ledger.note({ key, reason: 'not-asked' });
    return undefined;
  }
  const broken = all.find((reading) => reading.kind === 'failed');
  if (broken) {
    ledger.miss(key, broken);
    return undefined;
  }
  const read = all.filter((reading) => reading.kind === 'read');
  const at = read[0]?.at ?? (managed.kind === 'read' ? managed.at : undefined);
  if (at) ledger.readAt[key] = at;
  if (read.some(({ incomplete }) => incomplete)) ledger.note({ key, reason: 'incomplete' });
  return read.map(({ value }) => value);
}

function directoryAudits(ledger: Ledger, one: FirstTrip, leads: Leads, two: SecondTrip): G.DirectoryAudit[] | undefined {
  const { tenantAudits } = one;
  const { deviceAudits } = two;
  if (tenantAudits.kind !== 'read' && deviceAudits?.kind !== 'read') {
    ledger.take('directoryAudits', tenantAudits);
    return undefined;
  }
  if (tenantAudits.kind === 'failed') ledger.miss('directoryAudits.tenant', tenantAudits);
  if (deviceAudits?.kind === 'failed') ledger.miss('directoryAudits.device', deviceAudits);
  for (const reading of [tenantAudits, deviceAudits]) {
    if (reading?.kind !== 'read') continue;
    ledger.readAt.directoryAudits ??= reading.at;
    if (reading.incomplete) ledger.note({ key: 'directoryAudits', reason: 'incomplete' });
  }
  return caseAudits(valueOf(tenantAudits), valueOf(deviceAudits), leads.targets);
}

/** Nobody to compare with is no gap; a policy that refused and a line too long is one. */
function cohort(ledger: Ledger, subject: Subject, one: FirstTrip, leads: Leads, two: SecondTrip): G.Cohort | undefined {
  if (!leads.isPolicyTrouble) return undefined;
  if (!two.failingSignIns) {
    ledger.note({ key: 'cohort', reason: 'not-asked' });
    return undefined;
  }
  const everybody = ledger.take('cohort', two.failingSignIns);
  return everybody && cohortOf(subject.userId, signInsOf(one), everybody);
}
