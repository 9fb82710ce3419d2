/** Rows of one part of the machine as readable values; what was masked or unreadable is not there. */
import { type CertificateValidity, type Flag } from '../capture.ts';
import { fold } from './fold.ts';
import { type Group } from './fields.ts';
import { type PlacedRow } from './place-rows.ts';
import { isMasked, readFlag, readGuid, readNumber, readThumbprint, readTime, readValidity } from './values.ts';

export interface Facts {
  /** The value of the last readable row of that name. */
  readonly text: (name: string) => string | undefined;
  /** Like `text`, but a row printed empty is `''`. */
  readonly printed: (name: string) => string | undefined;
  readonly flag: (name: string) => Flag | undefined;
  readonly guid: (name: string) => string | undefined;
  readonly thumbprint: (name: string) => string | undefined;
  readonly time: (name: string) => string | undefined;
  readonly validity: (name: string) => CertificateValidity | undefined;
  readonly number: (name: string) => number | undefined;
  /** The last row of that name through a reader of values. */
  readonly read: <T>(name: string, reader: (value: string) => T | undefined) => T | undefined;
}

export function factsOf(rows: readonly PlacedRow[], ...groups: readonly Group[]): Facts {
  const values = new Map<string, string[]>();
  for (const row of rows) {
    if (!groups.includes(row.group)) continue;
    const known = values.get(row.field.key);
    if (known) known.push(row.value);
    else values.set(row.field.key, [row.value]);
  }
  function read<T>(name: string, reader: (value: string) => T | undefined): T | undefined {
    const printed = values.get(fold(name)) ?? [];
    for (let at = printed.length - 1; at >= 0; at--) {
      const value = reader(printed[at] ?? '');
      if (value !== undefined) return value;
    }
    return undefined;
  }
  return {
    read,
    text: (name) => read(name, (value) => (value === '' || isMasked(value) ? undefined : value)),
    printed: (name) => read(name, (value) => (isMasked(value) ? undefined : value)),
    flag: (name) => read(name, (value) => readFlag(value)?.flag),
    guid: (name) => read(name, readGuid),
    thumbprint: (name) => read(name, readThumbprint),
    time: (name) => read(name, readTime),
    validity: (name) => read(name, readValidity),
    number: (name) => read(name, readNumber),
  };
}

/** The object without the properties that nothing is known about; `undefined` when nothing is left. */
export function known<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
