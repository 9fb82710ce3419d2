import type { z } from 'zod';
import { helpdeskError, type HelpdeskError } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings one by one and gathers every mistake, so that an operator sees them all at once. A mistake names the
 * setting and the remedy; it never repeats the value, which may be a secret put under the wrong name.
 */
export class Settings {
  readonly mistakes: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** The trimmed value; blank counts as not set. */
  raw(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === '' ? undefined : value;
  }

  flag(name: string): boolean {
    const value = this.raw(name);
    if (value === undefined || value === 'false') return false;
    if (value === 'true') return true;
    this.wrong(name, 'is neither true nor false', `Set ${name} to true or to false.`);
    return false;
  }

  missing(setting: string, why: string): void {
    this.#add(helpdeskError('E_SETTING_MISSING', { setting, why }));
  }

  wrong(setting: string, why: string, remedy: string): void {
    this.#add(helpdeskError('E_SETTING_INVALID', { setting, why, remedy }));
  }

  /** The parsed value, or `undefined` when it is not set or wrong; a wrong one is noted. */
  optional<T>(name: string, shape: z.ZodType<T>, expected: { is: string; remedy: string }): T | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    this.wrong(name, `is not ${expected.is}`, expected.remedy);
    return undefined;
  }

  required<T>(name: string, shape: z.ZodType<T>, expected: { is: string; remedy: string; why: string }): T | undefined {
    if (this.raw(name) === undefined) {
      this.missing(name, expected.why);
      return undefined;
    }
    return this.optional(name, shape, expected);
  }

  #add(error: HelpdeskError): void {
    this.mistakes.push(`${error.message} ${error.remedy}`);
  }
}
