/** The section titles of the output, and which rows each of them may hold in the new and the old layout. */
import { fold } from './fold.ts';
import { type Group } from './fields.ts';

export interface Section {
  readonly key: string;
  readonly title: string;
  /** Where a row printed under this title belongs; the first group that the row allows wins. */
  readonly holds: readonly Group[];
}

const lines: readonly (readonly [string, string])[] = [
  // Up to Windows 10 1803 the device's and the tenant's rows stand in Device State, the tokens' in User State.
  ['Device State', 'device details tenant postJoin'],
  ['Device Details', 'details'],
  ['Tenant Details', 'tenant'],
  ['User State', 'user sso attempt'],
  ['SSO State', 'attempt sso'],
  ['Work Account', 'workAccount'],
  ['Diagnostic Data', 'postJoin preJoin hostName'],
  ['IE Proxy Config for System Account', 'proxy'],
  ['URL Specific Proxy Config', 'proxy'],
  ['IE Proxy Config for Current User', 'proxy'],
  ['WinHttp Default Proxy Config', 'proxy'],
  ['Ngc Prerequisite Check', 'ngc postJoin'],
];

function sectionOf([title, holds]: readonly [string, string]): [string, Section] {
  return [fold(title), { key: fold(title), title, holds: holds.split(' ') as Group[] }];
}

/** Folded title → section; `Work Account n` is listed without its number. */
export const sections: ReadonlyMap<string, Section> = new Map(lines.map(sectionOf));

/** The section a whole text is the title of, with the number of a work account, or nothing. */
export function sectionTitled(text: string): { section: Section; number?: number } | undefined {
  if (text.length > 60) return undefined;
  const exact = sections.get(fold(text));
  if (exact) return { section: exact };
  const numbered = /^\W*work\W*account\W*(\d{1,2})\W*$/i.exec(text);
  const section = sections.get('workaccount');
  return numbered && section ? { section, number: Number(numbered[1]) } : undefined;
}
