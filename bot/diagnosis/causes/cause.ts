import type { CauseId } from '../diagnosis.ts';
import type { Facts, Weighing } from '../facts/facts.ts';

/** A named reason and how it reads the facts. Pure; never throws. */
export interface Cause {
  readonly id: CauseId;
  /**
   * `token`: stops the device or the person from getting a primary refresh token at all, before any policy is asked.
   * `policy`: Conditional Access decided. `other`: neither. What stops the token is repaired first.
   * @see https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token
   */
  readonly gate: 'token' | 'policy' | 'other';
  readonly weigh: (facts: Facts) => Weighing;
}

export const nothing: Weighing = { for: [], against: [] };
