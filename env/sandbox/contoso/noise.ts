import { applications } from './applications.ts';
import { goodDays, presented } from './everyday.ts';
import { groupIds } from './groups.ts';
import { givenNames, surnames } from './noise-names.ts';
import { person, type Person } from './person.ts';
import { objectIdOf, type DeviceStory, type TrustType } from './rows/device.ts';
import { laptop } from './story.ts';
import type { Stage } from './stage.ts';

const colleagues = 268;
/** How many of them the new collaboration policy stops this morning. */
const cohort = 12;

type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

function colleague(index: number): Person {
  const given = givenNames[index % givenNames.length] ?? 'Adela';
  const surname = surnames[Math.floor(index / givenNames.length + index) % surnames.length] ?? 'Eklund';
  return person(given, surname);
}

function device(index: number, stage: Stage, random: Random, trustType: TrustType): DeviceStory {
  const machine = laptop(`${trustType === 'ServerAd' ? 'CTS-PC' : 'CTS-LT'}-${5000 + index}`);
  return { ...machine, trustType, registeredAt: stage.at.daysAgo(40 + Math.floor(random() * 900)) };
}

/** One colleague with a laptop and a few days of sign-ins. */
function seedColleague(stage: Stage, who: Person, index: number, random: Random): DeviceStory {
  const trustType: TrustType = index < cohort ? 'AzureAd' : pick(['AzureAd', 'AzureAd', 'ServerAd'], random);
  const own = device(index, stage, random, trustType);
  stage.user(who, {
    department: pick(['Sales', 'Finance', 'Logistics', 'Research', 'Production'], random),
    onPremisesSyncEnabled: true,
  });
  stage.device(own, who, { approximateLastSignInDateTime: stage.at.daysAgo(Math.floor(random() * 17)) });
  stage.managed({
    deviceId: own.deviceId,
    name: own.name,
    owner: who,
    enrolledAt: own.registeredAt,
    lastSyncAt: stage.at.minutesAgo(20 + Math.floor(random() * 600)),
  });
  const start = 1 + random() * 10;
  goodDays(stage, who, presented(own), [start, start + 3, start + 24, start + 47]);
  if (index % 9 === 0) keepMeSignedIn(stage, who, own, start + 1);
  if (index % 11 === 0) staleDuplicate(stage, who, own, random);
  return own;
}

/** An interrupt that ended well: the question whether to stay signed in, then success under the same correlation id. */
function keepMeSignedIn(stage: Stage, who: Person, own: DeviceStory, hours: number): void {
  const correlationId = own.deviceId;
  stage.signIn({
    person: who,
    at: stage.at.hoursAgo(hours),
    code: 50140,
    device: presented(own),
    browser: 'Edge 142.0.0',
    correlationId,
  });
  stage.signIn({
    person: who,
    at: stage.at.minutesAgo(hours * 60 - 1),
    device: presented(own),
    browser: 'Edge 142.0.0',
    correlationId,
  });
}

/** The object of an earlier life of the laptop, with the same name, never cleaned up. */
function staleDuplicate(stage: Stage, who: Person, own: DeviceStory, random: Random): void {
  const old = laptop(`${own.name}/former`);
  stage.device(
    { ...old, name: own.name, trustType: own.trustType, registeredAt: stage.at.daysAgo(1200), managed: false, compliant: null },
    who,
    { approximateLastSignInDateTime: stage.at.daysAgo(200 + Math.floor(random() * 300)) },
  );
}

/** The same policy stops a dozen people within two hours, nothing else about them has changed. */
function stoppedByCollaborationPolicy(stage: Stage, who: Person, own: DeviceStory, index: number): void {
  stage.member(groupIds.collaboration, who);
  const failing = { person: who, code: 53001, device: presented(own), policies: { collaboration: 'failure' } as const };
  stage.signIn({ ...failing, at: stage.at.minutesAgo(110 - index * 7), app: applications.outlook, interactive: false });
  stage.signIn({ ...failing, at: stage.at.minutesAgo(108 - index * 7) });
}

/** Laptops that nobody uses any more; the clean-up job took the first few of them with it this morning. */
function seedForgottenDevices(stage: Stage, random: Random): void {
  for (let index = 0; index < 34; index++) {
    const old = device(1000 + index, stage, random, index % 2 === 0 ? 'AzureAd' : 'Workplace');
    const story: DeviceStory = { ...old, registeredAt: stage.at.daysAgo(800 + index), managed: false, compliant: null };
    if (index >= 4) {
      stage.device(story, undefined, {
        approximateLastSignInDateTime: index % 7 === 0 ? null : stage.at.daysAgo(240 + index * 3),
      });
      continue;
    }
    const deletedAt = stage.at.minutesAgo(300 + index);
    stage.deletedDevice(story, deletedAt);
    stage.audit({
      at: deletedAt,
      activity: 'Delete device',
      service: 'Core Directory',
      category: 'Device',
      operation: 'Delete',
      by: { app: 'Stale Device Cleanup' },
      target: { id: objectIdOf(story.deviceId), name: story.name, type: 'Device' },
    });
  }
}

/** The rest of Contoso: colleagues, their laptops, forgotten devices. */
export function seedNoise(stage: Stage, random: Random): void {
  const seen = new Set<string>();
  for (let index = 0, made = 0; made < colleagues; index++) {
    const who = colleague(index);
    if (seen.has(who.upn)) continue;
    seen.add(who.upn);
    const own = seedColleague(stage, who, made, random);
    if (made < cohort) stoppedByCollaborationPolicy(stage, who, own, made);
    if (made % 6 === 1) stage.member(groupIds.finance, who);
    made++;
  }
  seedForgottenDevices(stage, random);
}
