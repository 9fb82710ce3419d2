/** What the code table answers. */
import { type CauseId } from '../diagnosis.ts';
import { type CodeKind, type Strength, type SubReason } from './code-row.ts';

/** One known code. Text is for helpdesk and admins. */
export interface CodeEntry {
  readonly entry: 'code';
  /** Canonical spelling, e.g. `AADSTS50155`, `CAA50021`, `0x801c03f2`. */
  readonly code: string;
  readonly kind: CodeKind;
  /** The cause it points to; null for wrappers and interrupts, which must never decide alone. */
  readonly cause: CauseId | null;
  readonly also: readonly CauseId[];
  /** `conclusive` names the cause alone when fresh and about this person and device; `weak` only supports. */
  readonly strength: Strength;
  readonly confidence: 'documented' | 'community' | 'inferred';
  readonly meaning: string;
  readonly remedy: string;
  readonly sub?: SubReason;
  readonly note?: string;
}

/** An unknown code of a known family: say the raw code and the family, and decide nothing by it. */
export interface FamilyEntry {
  readonly entry: 'family';
  readonly code: string;
  readonly family: string;
  readonly meaning: string;
  readonly cause: CauseId | null;
}
