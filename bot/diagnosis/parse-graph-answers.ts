import * as z from 'zod';
import type { GraphAnswers, GraphGap, GraphKey } from './graph-answers.ts';

/**
 * The door for Graph's answers of one case: a file, an export, or what the collectors brought. Tolerant in the small
 * (a member of a wrong type is dropped, as if it had not been read) and honest in the large (a key of a wrong type
 * becomes a gap, never an empty list). Unknown members are kept.
 */
const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const number = z.number().nullish().catch(undefined);
const texts = z.array(z.unknown()).transform((items) => items.filter((item): item is string => typeof item === 'string')).nullish().catch(undefined);

/** A number, or its digits in a string; anything else says nothing (an empty string is no success). */
const errorCode = z.union([z.number().int(), z.string().regex(/^\d{1,9}$/).transform(Number)]).nullish().catch(undefined);

/** Keeps the rows that are objects; what is no list at all is not read. */
function rows<T extends z.ZodType>(row: T) {
  return z.array(z.unknown()).transform((items) => items.flatMap((item) => {
    const parsed = row.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  }));
}
const innerRows = <T extends z.ZodType>(row: T) => rows(row).nullish().catch(undefined);

const required = z.string().optional().catch(undefined);
const modified = innerRows(z.looseObject({ displayName: text, oldValue: text, newValue: text }));

const device = z.looseObject({
  id: required, deviceId: text, displayName: text, accountEnabled: flag, isCompliant: flag, isManaged: flag, mdmAppId: text,
  trustType: text, profileType: text, registrationDateTime: text, approximateLastSignInDateTime: text, onPremisesSyncEnabled: flag,
  onPremisesLastSyncDateTime: text, enrollmentType: text, enrollmentProfileName: text, managementType: text, deviceOwnership: text,
  operatingSystem: text, operatingSystemVersion: text, deletedDateTime: text, physicalIds: texts,
  alternativeSecurityIds: innerRows(z.looseObject({ type: number, key: text, identityProvider: text })),
});

const signIn = z.looseObject({
  id: required, createdDateTime: text, userId: text, userPrincipalName: text, appId: text, appDisplayName: text, resourceDisplayName: text,
  clientAppUsed: text, correlationId: text, conditionalAccessStatus: text, isInteractive: flag, ipAddress: text, signInEventTypes: texts,
  status: z.looseObject({ errorCode, failureReason: text, additionalDetails: text }).nullish().catch(undefined),
  deviceDetail: z.looseObject({ deviceId: text, displayName: text, operatingSystem: text, browser: text, isCompliant: flag, isManaged: flag, trustType: text }).nullish().catch(undefined),
  appliedConditionalAccessPolicies: innerRows(z.looseObject({
    id: text, displayName: text, result: text, enforcedGrantControls: texts, enforcedSessionControls: texts, conditionsSatisfied: text, conditionsNotSatisfied: text,
  })),
});

const managedDevice = z.looseObject({
  id: required, azureADDeviceId: text, deviceName: text, userPrincipalName: text, complianceState: text, complianceGracePeriodExpirationDateTime: text,
  lastSyncDateTime: text, enrolledDateTime: text, isEncrypted: flag, osVersion: text, operatingSystem: text, managementState: text, managementAgent: text,
  deviceRegistrationState: text, deviceEnrollmentType: text, azureADRegistered: flag, serialNumber: text, model: text,
});

const complianceSetting = z.looseObject({
  managedDeviceId: text, policyName: text, setting: text, settingName: text, state: text, currentValue: text,
  errorCode: z.union([z.string(), z.number()]).nullish().catch(undefined),
});

const compliancePolicy = z.looseObject({ id: required, displayName: text, lastModifiedDateTime: text, createdDateTime: text, version: number });

const members = z.record(z.string(), z.unknown()).nullish().catch(undefined);
const conditionalAccessPolicy = z.looseObject({
  id: required, displayName: text, state: text, createdDateTime: text, modifiedDateTime: text,
  conditions: z.looseObject({
    devices: z.looseObject({ deviceFilter: z.looseObject({ mode: text, rule: text }).nullish().catch(undefined) }).nullish().catch(undefined),
    users: members, applications: members,
  }).nullish().catch(undefined),
  grantControls: z.looseObject({ operator: text, builtInControls: texts, termsOfUse: texts, customAuthenticationFactors: texts }).nullish().catch(undefined),
});

const directoryAudit = z.looseObject({
  id: required, activityDateTime: text, activityDisplayName: text, loggedByService: text, operationType: text, result: text, correlationId: text,
  initiatedBy: z.looseObject({
    user: z.looseObject({ id: text, userPrincipalName: text, displayName: text }).nullish().catch(undefined),
    app: z.looseObject({ appId: text, displayName: text, servicePrincipalId: text }).nullish().catch(undefined),
  }).nullish().catch(undefined),
  targetResources: innerRows(z.looseObject({ id: text, displayName: text, type: text, modifiedProperties: modified })),
  additionalDetails: innerRows(z.looseObject({ key: text, value: text })),
});

const deviceManagementAudit = z.looseObject({
  id: required, displayName: text, activity: text, activityType: text, activityDateTime: text, activityResult: text, componentName: text, category: text,
  actor: z.looseObject({ userPrincipalName: text, applicationDisplayName: text }).nullish().catch(undefined),
  resources: innerRows(z.looseObject({ displayName: text, resourceId: text, auditResourceType: text, modifiedProperties: modified })),
});

/** One schema per key; what fails it is a gap of that key. */
const keys = {
  user: z.looseObject({ id: required, userPrincipalName: text, displayName: text, userType: text, accountEnabled: flag, onPremisesSyncEnabled: flag }).nullable(),
  devices: rows(device),
  deletedDevices: rows(device),
  signIns: rows(signIn),
  managedDevices: rows(managedDevice),
  complianceSettings: rows(complianceSetting),
  compliancePolicies: rows(compliancePolicy),
  conditionalAccessPolicies: rows(conditionalAccessPolicy),
  directoryAudits: rows(directoryAudit),
  deviceManagementAudits: rows(deviceManagementAudit),
  organization: z.looseObject({ id: required, displayName: text, onPremisesSyncEnabled: flag, onPremisesLastSyncDateTime: text, mobileDeviceManagementAuthority: text }).nullable(),
} satisfies Record<GraphKey, z.ZodType>;

const reasons = ['forbidden', 'throttled', 'unavailable', 'timed-out', 'unreadable', 'not-licensed', 'not-asked', 'incomplete'] as const;
const cohort = z.object({ users: number, windowMinutes: number, policyId: text }).nullish().catch(undefined);
const forbidden = texts.transform((paths) => paths ?? undefined);
const gaps = rows(z.object({ key: z.string(), reason: z.enum(reasons).catch('unreadable') })).optional().catch(undefined);
const readAt = z.record(z.string(), z.unknown()).transform((moments) => Object.fromEntries(Object.entries(moments).filter(([, at]) => typeof at === 'string'))).optional().catch(undefined);

/** Graph prints a list as `{ "value": […] }`; a file may hold it so. */
const unwrapped = (value: unknown): unknown => (isObject(value) && Array.isArray(value['value']) ? value['value'] : value);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what could be understood; never throws. Something that is no object at all is nothing read. */
export function parseGraphAnswers(input: unknown): GraphAnswers {
  const source = isObject(input) ? input : {};
  const answers: Record<string, unknown> = {};
  const unreadable: GraphGap[] = [];
  const refused = forbidden.parse(source['forbidden']) ?? [];
  for (const [key, schema] of Object.entries(keys)) {
    if (!Object.hasOwn(source, key) || source[key] === undefined || refused.includes(key)) continue;
    const parsed = schema.safeParse(unwrapped(source[key]));
    if (parsed.success) answers[key] = parsed.data;
    else unreadable.push({ key, reason: 'unreadable' });
  }
  const told = [...(gaps.parse(source['gaps']) ?? []), ...unreadable];
  return {
    ...(answers as GraphAnswers),
    ...(refused.length && { forbidden: refused }),
    ...(told.length && { gaps: told }),
    ...(isObject(source['cohort']) && { cohort: cohort.parse(source['cohort']) }),
    ...(isObject(source['readAt']) && { readAt: readAt.parse(source['readAt']) }),
  };
}
