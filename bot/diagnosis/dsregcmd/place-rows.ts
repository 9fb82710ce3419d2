/** Decides which part of the machine each row speaks about: by its section where one is printed, by its neighbours otherwise. */
import { type Field, type Group } from './fields.ts';
import { type Item } from './read-rows.ts';
import { type Section } from './sections.ts';

export interface PlacedRow {
  readonly group: Group;
  readonly field: Field;
  readonly value: string;
  /** As printed, `Work Account 1` with its number; empty without any title. */
  readonly section: string;
  /** Which registered account (from 0), for rows of the group `workAccount`. */
  readonly account: number;
}

interface Place {
  section?: Section;
  title: string;
  /** The group of the row above, which a row of several homes joins. */
  group?: Group;
  account: number;
  accountFields: Set<string>;
}

export function titleOf(item: Item & { kind: 'title' }): string {
  return item.number === undefined ? item.section.title : `${item.section.title} ${item.number}`;
}

export function placeRows(items: readonly Item[]): PlacedRow[] {
  const placed: PlacedRow[] = [];
  const place: Place = { title: '', account: -1, accountFields: new Set() };
  items.forEach((item, index) => {
    if (item.kind === 'title') enter(place, item);
    else if (item.field) placed.push(placeRow(place, item.field, item.value, items, index));
  });
  return placed;
}

function enter(place: Place, item: Item & { kind: 'title' }): void {
  place.section = item.section;
  place.title = titleOf(item);
  place.group = undefined;
  if (item.section.key === 'workaccount') {
    place.account = item.number === undefined ? place.account + 1 : item.number - 1;
    place.accountFields = new Set();
  }
}

function placeRow(place: Place, field: Field, value: string, items: readonly Item[], index: number): PlacedRow {
  const group = groupOf(place, field, items, index);
  place.group = field.key === 'lasthostnameupdate' && /fail/i.test(value) ? 'hostName' : group;
  if (group === 'workAccount') countAccount(place, field);
  return { group, field, value, section: place.title, account: Math.max(place.account, 0) };
}

function groupOf(place: Place, field: Field, items: readonly Item[], index: number): Group {
  const only = field.groups[0] ?? 'device';
  if (field.groups.length === 1) return only;
  // The rows after `Last HostName Update : FAIL` and those of an open token attempt belong to what is above them.
  if (place.group && field.groups.includes(place.group)) return place.group;
  const held = place.section?.holds.find((group) => field.groups.includes(group));
  const isStrayed = place.group !== undefined && !place.section?.holds.includes(place.group);
  if (held && !isStrayed) return held;
  return below(field, items, index) ?? only;
}

/** The home that the rows right below have for sure. */
function below(field: Field, items: readonly Item[], index: number): Group | undefined {
  for (let at = index + 1; at < items.length && at <= index + 8; at++) {
    const item = items[at];
    if (!item || item.kind === 'title') return undefined;
    const group = item.field?.groups.length === 1 ? item.field.groups[0] : undefined;
    if (group) return field.groups.includes(group) ? group : undefined;
  }
  return undefined;
}

/** Without titles a second registered account begins where a row comes again. */
function countAccount(place: Place, field: Field): void {
  if (place.account < 0) place.account = 0;
  if (place.section?.key !== 'workaccount' && place.accountFields.has(field.key)) {
    place.account++;
    place.accountFields = new Set();
  }
  place.accountFields.add(field.key);
}
