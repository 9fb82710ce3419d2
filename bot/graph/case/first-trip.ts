import type * as G from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import { readCompliancePolicies } from '../collectors/compliance-policies.ts';
import { readConditionalAccessPolicies } from '../collectors/conditional-access-policies.ts';
import { readDeletedDevices } from '../collectors/deleted-devices.ts';
import { readDevice, readDevicesNamed, readRegisteredDevices } from '../collectors/devices.ts';
import { readAdminRoles } from '../collectors/directory-roles.ts';
import { readEnrolmentEvents } from '../collectors/enrolment-events.ts';
import { readIntuneAudits } from '../collectors/intune-audits.ts';
import { readManagedDevices, readManagedDevicesOf } from '../collectors/managed-devices.ts';
import { readOrganization } from '../collectors/organization.ts';
import { readPassPolicy } from '../collectors/pass-policy.ts';
import { readNonInteractiveSignIns, readSignIns } from '../collectors/sign-ins.ts';
import { readTenantAudits } from '../collectors/tenant-audits.ts';
import { readUser } from '../collectors/user.ts';
import type { Deadline } from '../deadline.ts';
import { hoursBefore } from '../odata.ts';
import type { Reading } from '../part.ts';
import { allOf, eachOf } from './together.ts';
import { givenDeviceIds, givenNames, type Subject } from './subject.ts';

const signInHours = 24;

/** Everything that needs no answer of another question. */
export interface FirstTrip {
  readonly user: Reading<G.GraphUser>;
  readonly registered: Reading<G.GraphDevice[]>;
  readonly byId: ReadonlyMap<string, Reading<G.GraphDevice>>;
  readonly byName: ReadonlyMap<string, Reading<G.GraphDevice[]>>;
  readonly deleted: Reading<G.GraphDevice[]>;
  readonly organization: Reading<G.Organization>;
  readonly passPolicy: Reading<G.TemporaryAccessPassPolicy>;
  readonly adminRoles: Reading<string[]>;
  readonly signIns: Reading<G.SignIn[]>;
  readonly nonInteractive: Reading<G.SignIn[]>;
  readonly tenantAudits: Reading<G.DirectoryAudit[]>;
  readonly policies: Reading<G.ConditionalAccessPolicy[]>;
  readonly managed: Reading<G.ManagedDevice[]>;
  readonly managedById: ReadonlyMap<string, Reading<G.ManagedDevice[]>>;
  readonly compliancePolicies: Reading<G.CompliancePolicy[]>;
  readonly enrolmentEvents: Reading<G.EnrollmentTroubleshootingEvent[]>;
  readonly intuneAudits: Reading<G.DeviceManagementAudit[]>;
}

/**
 * Asks it all in one moment, so that it leaves as one v1.0 batch and one beta batch side by side. The log queries come
 * first: theirs is the scarcest budget, and what the tenant shares comes after what only this person has.
 */
export function firstTrip(graph: Graph, subject: Subject, deadline: Deadline): Promise<FirstTrip> {
  const { userId, user } = subject;
  const deviceIds = givenDeviceIds(subject);
  const since = hoursBefore(graph.clock(), signInHours);
  return allOf<{ [K in keyof FirstTrip]: FirstTrip[K] }>({
    signIns: readSignIns(graph, userId, since, deadline),
    nonInteractive: readNonInteractiveSignIns(graph, userId, since, deadline),
    tenantAudits: readTenantAudits(graph, deadline),
    policies: readConditionalAccessPolicies(graph, deadline),
    user: user ? Promise.resolve({ kind: 'read', value: user, at: graph.clock().toISOString() }) : readUser(graph, userId, deadline),
    registered: readRegisteredDevices(graph, userId, deadline),
    byId: eachOf(deviceIds, (id) => readDevice(graph, id, deadline)),
    // With an id in hand a name would only bring in other people's laptops.
    byName: eachOf(deviceIds.length > 0 ? [] : givenNames(subject), (name) => readDevicesNamed(graph, name, deadline)),
    deleted: readDeletedDevices(graph, deadline),
    organization: readOrganization(graph, deadline),
    passPolicy: readPassPolicy(graph, deadline),
    adminRoles: readAdminRoles(graph, userId, deadline),
    managed: readManagedDevices(graph, userId, deadline),
    managedById: eachOf(deviceIds, (id) => readManagedDevicesOf(graph, id, deadline)),
    compliancePolicies: readCompliancePolicies(graph, deadline),
    enrolmentEvents: readEnrolmentEvents(graph, userId, deadline),
    intuneAudits: readIntuneAudits(graph, deadline),
  });
}
