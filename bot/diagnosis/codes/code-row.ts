/** How the tables of this folder write down one code. */
import { type CauseId } from '../diagnosis.ts';

export type Strength = 'conclusive' | 'strong' | 'weak';

export type CodeKind =
  | 'caa-umbrella' | 'caa-broker' | 'caa-oauth' | 'caa-client' | 'caa-http' | 'caa-network' | 'caa-flow'
  | 'aadsts' | 'aadsts-wrapper' | 'token-protection' | 'dsreg' | 'network-hresult' | 'winhttp' | 'prt-status'
  | 'context' | 'tpm' | 'time' | 'certificate-trust' | 'kerberos' | 'mdm-enrolment';

/** What kind of trouble a code of the cause `not-device` stands for. */
export type SubReason =
  | 'mfa' | 'session-age' | 'risk' | 'browser-no-device' | 'app-protection' | 'auth-flow' | 'other-tenant-or-guest'
  | 'app-config' | 'client-broker' | 'prompt-or-interrupt' | 'platform' | 'security-defaults' | 'server-side-clock';

export interface CodeRemarks {
  readonly sub?: SubReason;
  /** Other causes the code goes with. */
  readonly also?: readonly CauseId[];
  /** Where the meaning comes from; `documented` (by Microsoft) unless said otherwise. */
  readonly confidence?: 'community' | 'inferred';
  readonly note?: string;
}

/** Code in canonical spelling, cause (null = a wrapper that must not decide), strength, meaning, remedy, remarks. */
export type CodeRow = readonly [
  code: string,
  cause: CauseId | null,
  strength: Strength,
  meaning: string,
  remedy: string,
  remarks?: CodeRemarks,
];
