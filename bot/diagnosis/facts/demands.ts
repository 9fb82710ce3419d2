import type { AppliedPolicy, ConditionalAccessPolicy, GraphAnswers, GraphDevice } from '../graph-answers.ts';
import { attributesIn, evaluateFilter, type FilterAttributes } from './device-filter.ts';
import { sameId, trustOf, type Trust } from './same.ts';
import { enforcedFailures, policiesUnseen, type Refusal } from './sign-ins.ts';

/** What one failing enforced policy asked for, tested against the device object. */
export interface Demand {
  readonly policyId?: string;
  readonly policyName: string;
  /** As shown to people: `RequireCompliantDevice`, `Block` … */
  readonly grant: string;
  readonly wants: Want;
  /** The object meets this demand in spite of the refusal. */
  readonly isMet: boolean;
  /** Other ways the same policy would have accepted. */
  readonly alternatives: readonly Want[];
}

export type Want = 'compliance' | 'hybrid' | 'join-type' | 'mfa' | 'app-protection' | 'location' | 'risk' | 'terms' | 'password-change' | 'other-block' | 'unknown-block' | 'unknown';

export interface Demands {
  /** `unseen`: no permission to read policy results; `from-code`: no policy named, the code tells; `none`: nothing asked. */
  readonly basis: 'policies' | 'unseen' | 'from-code' | 'none';
  readonly all: readonly Demand[];
  /** Only report-only results stand beside the refusal: no policy stopped it. */
  readonly reportOnly: boolean;
}

interface Subject {
  readonly trust?: Trust;
  readonly isManaged: boolean;
  readonly isCompliant: boolean;
  readonly domainJoined: boolean;
  readonly attributes: FilterAttributes;
}

/** Reads every failing enforced policy of a refusal, with the full policy where it may be read. */
export function demandsOf(refusal: Refusal | undefined, graph: GraphAnswers | undefined, object: GraphDevice | undefined, domainJoined: boolean): Demands {
  if (!refusal) return { basis: 'none', all: [], reportOnly: false };
  const { row } = refusal;
  const failed = enforcedFailures(row);
  const subject = subjectOf(refusal, object, domainJoined);
  if (failed.length > 0) {
    return { basis: 'policies', reportOnly: false, all: failed.map((applied) => demandOf(applied, graph?.conditionalAccessPolicies?.find((policy) => sameId(policy.id, applied.id)), subject)) };
  }
  const reportOnly = (row.appliedConditionalAccessPolicies ?? []).some((policy) => /^reportonly(failure|interrupted)/i.test(policy?.result ?? ''));
  const wants = reportOnly ? undefined : wantOfCode(refusal.errorCode);
  const all = wants ? [{ policyName: '', grant: '', wants, isMet: isMet(wants, subject), alternatives: [] }] : [];
  return { basis: policiesUnseen(row) ? 'unseen' : all.length ? 'from-code' : 'none', all, reportOnly };
}

function wantOfCode(errorCode: number): Want | undefined {
  if ([53000, 530002, 530003, 501313].includes(errorCode)) return 'compliance';
  if (errorCode === 53001) return 'hybrid';
  if (errorCode === 53002 || errorCode === 53009) return 'app-protection';
  return undefined;
}

function subjectOf({ row, presented }: Refusal, object: GraphDevice | undefined, domainJoined: boolean): Subject {
  const shown = presented === 'empty' ? undefined : object;
  const trust = trustOf(shown?.trustType) ?? trustOf(row.deviceDetail?.trustType);
  const filterTrust = trust && { joined: 'AzureAD', hybrid: 'ServerAD', registered: 'Workplace' }[trust];
  const detail = presented === 'empty' ? undefined : row.deviceDetail;
  const isCompliant = shown?.isCompliant ?? detail?.isCompliant;
  return {
    trust,
    isManaged: (shown?.isManaged ?? detail?.isManaged ?? Boolean(shown?.mdmAppId)) === true,
    isCompliant: isCompliant === true,
    domainJoined,
    attributes:
      presented === 'empty'
        ? Object.fromEntries(filterable.map((name) => [name, null]))
        : {
            trusttype: filterTrust ?? (shown ? null : undefined),
            iscompliant: isCompliant ?? null,
            displayname: shown?.displayName ?? detail?.displayName,
            deviceid: shown?.deviceId ?? detail?.deviceId,
            deviceownership: shown?.deviceOwnership,
            enrollmentprofilename: shown?.enrollmentProfileName,
            mdmappid: shown ? (shown.mdmAppId ?? null) : undefined,
            operatingsystem: shown?.operatingSystem ?? detail?.operatingSystem,
            operatingsystemversion: shown?.operatingSystemVersion,
            profiletype: shown?.profileType,
          },
  };
}

const filterable = ['trusttype', 'iscompliant', 'displayname', 'deviceid', 'deviceownership', 'enrollmentprofilename', 'mdmappid', 'operatingsystem', 'operatingsystemversion', 'profiletype', 'manufacturer', 'model', 'physicalids', 'systemlabels', ...Array.from({ length: 15 }, (_, index) => `extensionattribute${index + 1}`)];

function demandOf(applied: AppliedPolicy, policy: ConditionalAccessPolicy | undefined, subject: Subject): Demand {
  const controls = controlsOf(applied, policy);
  const wants = controls.map((control) => wantOf(control, policy, subject));
  const isOr = policy?.grantControls?.operator?.toUpperCase() === 'OR' && wants.length > 1;
  const unmet = wants.filter((want) => !isMet(want, subject));
  // Whether a second factor was given the row does not say; what the device lacks it does.
  const ofDevice = unmet.find((one) => one === 'compliance' || one === 'hybrid' || one === 'join-type');
  const chosen = isOr ? (unmet.length < wants.length ? undefined : nearest(wants, subject)) : (ofDevice ?? unmet[0]);
  const want = chosen ?? wants[0] ?? 'unknown';
  return {
    policyId: applied.id ?? policy?.id,
    policyName: applied.displayName ?? policy?.displayName ?? 'a policy without a name',
    grant: (applied.enforcedGrantControls ?? []).filter(Boolean).join(', ') || controls.join(', '),
    wants: want,
    isMet: wants.length > 0 && chosen === undefined,
    alternatives: isOr ? wants.filter((other) => other !== want) : unmet.filter((other) => other !== want),
  };
}

/** The policy itself is the authority; the log's display words stand in when it may not be read. */
function controlsOf(applied: AppliedPolicy, policy: ConditionalAccessPolicy | undefined): string[] {
  const grant = policy?.grantControls;
  const own = [
    ...(grant?.builtInControls ?? []),
    ...(grant?.authenticationStrength ? ['mfa'] : []),
    ...(grant?.termsOfUse?.length ? ['termsOfUse'] : []),
  ].filter((control): control is string => typeof control === 'string');
  const logged = (applied.enforcedGrantControls ?? []).filter((control): control is string => typeof control === 'string' && control !== '');
  // A policy edited since asks for something else now than it did in the row.
  const agrees = logged.length === 0 || logged.some((control) => own.some((other) => plainName(other) === plainName(control)));
  return own.length && agrees ? own : logged;
}

function wantOf(control: string, policy: ConditionalAccessPolicy | undefined, subject: Subject): Want {
  const word = plainName(control);
  if (word === 'compliantdevice') return 'compliance';
  if (word === 'domainjoineddevice') return 'hybrid';
  if (word.includes('mfa') || word.includes('authenticationstrength') || word.includes('multifactor')) return 'mfa';
  if (word.startsWith('approved') || word.startsWith('compliantapp')) return 'app-protection';
  if (word.startsWith('password')) return 'password-change';
  if (word.startsWith('terms')) return 'terms';
  if (word.startsWith('risk')) return 'risk';
  return word.startsWith('block') ? wantOfBlock(policy, subject) : 'unknown';
}

const plainName = (control: string): string => control.toLowerCase().replace(/[^a-z]/g, '').replace(/^require/, '');

/** A block asks for nothing by itself: its device filter, place or risk condition does. */
function wantOfBlock(policy: ConditionalAccessPolicy | undefined, subject: Subject): Want {
  if (!policy) return 'unknown-block';
  const filter = policy.conditions?.devices?.deviceFilter;
  if (filter?.rule && blocks(filter, subject.attributes) !== false) {
    const mentioned = attributesIn(filter.rule);
    const byCompliance = mentioned.includes('iscompliant') || mentioned.includes('mdmappid');
    const byTrust = mentioned.includes('trusttype');
    if (byCompliance && byTrust) return helps(filter, subject, 'iscompliant', true) && (subject.isManaged || !helpsTrust(filter, subject)) ? 'compliance' : 'join-type';
    if (byCompliance) return 'compliance';
    if (byTrust) return 'join-type';
    return 'other-block';
  }
  const conditions = policy.conditions ?? {};
  const filled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  if (filled(conditions['signInRiskLevels']) || filled(conditions['userRiskLevels'])) return 'risk';
  if (filled(conditions['locations'])) return 'location';
  return 'other-block';
}

type Filter = { mode?: string | null; rule?: string | null };

/** Include mode puts matching devices under the policy, exclude mode takes them out of it. */
function blocks({ mode, rule }: Filter, attributes: FilterAttributes): boolean | undefined {
  const matches = evaluateFilter(rule ?? '', attributes);
  return matches === undefined ? undefined : mode?.toLowerCase() === 'exclude' ? !matches : matches;
}

const helps = (filter: Filter, { attributes }: Subject, name: string, value: string | boolean): boolean => blocks(filter, { ...attributes, [name]: value }) === false;

const helpsTrust = (filter: Filter, subject: Subject): boolean => ['ServerAD', 'AzureAD'].some((trust) => helps(filter, subject, 'trusttype', trust));

function isMet(want: Want, { isCompliant, trust }: Subject): boolean {
  if (want === 'compliance') return isCompliant;
  return want === 'hybrid' && trust === 'hybrid';
}

/** Ruling 12: of several ways in, the one this device is nearest to. */
function nearest(wants: readonly Want[], { isManaged, domainJoined, trust }: Subject): Want {
  if (wants.includes('compliance') && isManaged) return 'compliance';
  if (wants.includes('hybrid') && (domainJoined || trust === 'hybrid')) return 'hybrid';
  return wants.find((want) => want === 'hybrid' || want === 'join-type') ?? wants.find((want) => want !== 'mfa') ?? wants[0] ?? 'unknown';
}
