import { registeredMachine } from '../../dsregcmd/registered-machine.ts';
import { applications } from '../applications.ts';
import { goodDays, phone, presented } from '../everyday.ts';
import { groupIds } from '../groups.ts';
import { person as named } from '../person.ts';
import { settled, settledSince } from '../settled.ts';
import { correlationOf, laptop as machine, type Story } from '../story.ts';

const person = named('Lucia', 'Ferrante');
const laptop = machine('DESKTOP-7K2FQ4L');
const device = settled(laptop, { trustType: 'Workplace' });
const slug = 'wrong-join-type';

/** A personal laptop, enrolled and compliant; only the ERP wants a hybrid joined one. */
export const wrongJoinType: Story = {
  slug,
  causeId: 'wrong-join-type',
  person,
  laptop,
  story: 'A personal laptop with a work account, where the ERP asks for a hybrid joined company laptop.',
  build(stage) {
    const { at } = stage;
    stage.user(person);
    stage.device(device, person);
    stage.managed(
      {
        deviceId: laptop.deviceId,
        name: laptop.name,
        owner: person,
        enrolledAt: '2025-03-11T07:49:40Z',
        lastSyncAt: at.hoursAgo(4),
      },
      { more: { deviceEnrollmentType: 'userEnrollment', managedDeviceOwnerType: 'personal' } },
    );
    stage.member(groupIds.erp, person);
    goodDays(stage, person, presented(device), [5, 27, 49]);
    const failing = {
      person,
      code: 53001,
      device: presented(device),
      app: applications.erp,
      policies: { compliant: 'notApplied', erp: 'failure' } as const,
    };
    stage.signIn({ ...failing, at: at.minutesAgo(52), interactive: false, correlationId: correlationOf(slug) });
    stage.signIn({ ...failing, at: at.minutesAgo(51) });
    phone(stage, person, [44]);
  },
  capture: (times) => registeredMachine({ person, ...laptop, certificateFrom: settledSince }, times),
};
