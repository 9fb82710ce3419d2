import { windowsDevices } from '../../bot/cases/devices.ts';
import { openCase } from '../../bot/cases/open-case.ts';
import { deviceName } from '../common/device-name.ts';
import { openCasesOf } from '../common/open-cases.ts';
import { nothing, text } from '../common/replies.ts';
import type { Case, Person, Rooms } from '../rooms.ts';
import type { Reply } from '../turn.ts';
import { report } from './report.ts';
import { status } from './status.ts';

/**
 * "It is on my other laptop": a second case, once it is clear which one. What is offered comes from the directory; the
 * text the laptop prints names it just as well.
 */
export async function otherDevice(rooms: Rooms, person: Person, words: string): Promise<readonly Reply[]> {
  const open = await openCasesOf(rooms, person);
  const [current] = open;
  if (!current) return report(rooms, { person, words });
  if (open.some((c) => c.device.deviceId === undefined)) return [...(await status(rooms, person)), text(firstThisOne(current))];
  const others = await otherDevices(rooms, open);
  const named = others.filter(({ name }) => words.toLowerCase().includes(name.toLowerCase()));
  const [chosen] = named.length === 1 ? named : others;
  if (chosen && (named.length === 1 || others.length === 1)) {
    await openCase(rooms, { tenantId: rooms.tenantId, reporter: person, words, device: { deviceId: chosen.deviceId, name: chosen.name } });
    return nothing;
  }
  return [text(others.length === 0 ? noneSeen(current) : whichOne(others.map(({ name }) => deviceName(name))))];
}

/** Devices of the person that no open case is about. */
export async function otherDevices(rooms: Rooms, open: readonly Case[]) {
  const taken = new Set(open.map((c) => c.device.deviceId));
  const evidence = await Promise.all(open.map((c) => rooms.cases.evidence(c.id)));
  const all = evidence.flatMap((read) => windowsDevices(read, rooms.clock()));
  return all.filter((device, at) => !taken.has(device.deviceId) && all.findIndex(({ deviceId }) => deviceId === device.deviceId) === at);
}

function firstThisOne(c: Case): string {
  return `I don’t know yet which laptop case ${c.number} is about. If it is the other one, just go on with that card; if both are affected, send me the text of dsregcmd /status from each.`;
}

function noneSeen(c: Case): string {
  return `Case ${c.number} is about ${deviceName(c.device.name)}, and I see no other Windows laptop of yours. Please run dsregcmd /status | clip on the other one and paste the text here; I’ll open a case of its own for it.`;
}

function whichOne(names: readonly string[]): string {
  return `Which one do you mean? Please write “other laptop” and its name: ${names.slice(0, 6).join(', ')}.`;
}
