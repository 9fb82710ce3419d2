/** What is worth telling the person about how their text came out of the reader. */
import { type Capture, type CaptureNote } from '../capture.ts';
import { type PlacedRow } from './place-rows.ts';
import { isMasked, readFlag } from './values.ts';

/** More rows than this in one line mean that the line breaks were lost. */
const rowsOfFlattenedLine = 6;

export interface Reading {
  readonly rows: readonly PlacedRow[];
  readonly isDoubled: boolean;
  readonly mostRowsInLine: number;
}

export function notesOn(capture: Omit<Capture, 'notes'>, reading: Reading): CaptureNote[] {
  const notes: CaptureNote[] = [];
  if (isPartial(capture)) notes.push('partial');
  if (capture.sections.length === 0) notes.push('rows-only');
  if (reading.isDoubled) notes.push('doubled');
  if (reading.mostRowsInLine >= rowsOfFlattenedLine) notes.push('flattened');
  if (reading.rows.some((row) => row.field.kind !== 'list' && row.field.kind !== 'blob' && isMasked(row.value))) notes.push('masked');
  if (reading.rows.some((row) => row.field.kind === 'flag' && readFlag(row.value)?.translated)) notes.push('translated');
  return notes;
}

/** Compares with what a machine in that state prints; older builds print no diagnostics, so those are not missed. */
function isPartial({ device, details, user, sso, preJoin }: Omit<Capture, 'notes'>): boolean {
  if (device.azureAdJoined === undefined || device.domainJoined === undefined) return true;
  if (user.ngcSet === undefined && user.wamDefaultSet === undefined && user.workplaceJoined === undefined) return true;
  if (sso.azureAdPrt === undefined) return true;
  if (device.azureAdJoined === 'YES') return Object.keys(details).length === 0;
  return device.azureAdJoined === 'NO' && device.domainJoined === 'YES' && preJoin === undefined;
}
