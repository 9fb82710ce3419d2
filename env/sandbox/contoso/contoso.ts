import type { Row } from '../graph/odata/filter-match.ts';

/** A role held by a person or by a group, for ever or until a moment. */
export interface RoleGrant {
  readonly id: string;
  readonly principalId: string;
  readonly roleTemplateId: string;
  /** `Assigned` stays; `Activated` came through Privileged Identity Management; `Eligible` is not active. */
  readonly kind: 'Assigned' | 'Activated' | 'Eligible';
  readonly startsAt: string;
  readonly endsAt: string | null;
}

/** Who is the registered user (and owner) of which device object. */
export interface Registration {
  readonly userId: string;
  readonly deviceObjectId: string;
}

/** Everything the tenant holds, in Graph's own shapes; rows carry all properties, also those shown only on request. */
export interface Contoso {
  readonly organization: Row;
  readonly users: Row[];
  readonly groups: Row[];
  /** Group id → ids of direct members. */
  readonly groupMembers: Map<string, Set<string>>;
  readonly devices: Row[];
  readonly deletedDevices: Row[];
  readonly registrations: Registration[];
  /** Newest first. */
  readonly signIns: Row[];
  /** Newest first. */
  readonly directoryAudits: Row[];
  /** Newest first. */
  readonly deviceManagementAudits: Row[];
  readonly conditionalAccessPolicies: Row[];
  readonly compliancePolicies: Row[];
  readonly managedDevices: Row[];
  /** Managed device id → its policy states, each with `settingStates`. */
  readonly policyStates: Map<string, Row[]>;
  /** Managed device id → Defender's state. */
  readonly protectionStates: Map<string, Row>;
  readonly troubleshootingEvents: Row[];
  readonly autopilotDevices: Row[];
  readonly roleGrants: RoleGrant[];
  readonly passPolicy: Row;
  /** User id → the Temporary Access Pass method, without the pass itself. */
  readonly passes: Map<string, Row>;
  readonly groupAssignments: Row[];
  readonly recoveryKeys: Row[];
  /** Entra `deviceId` → when Windows LAPS last backed the password up. */
  readonly localCredentials: Map<string, Row>;
  readonly exportJobs: Row[];
}
