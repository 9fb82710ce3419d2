import assert from 'node:assert/strict';
import type { Case, Holder } from '../../bot/cases/case.ts';
import type { GraphAnswers, SignIn } from '../../bot/diagnosis/graph-answers.ts';
import type { CauseId } from '../../bot/diagnosis/diagnosis.ts';
import { openHouse, type House } from '../helpers/fake-rooms.ts';
import { LAPTOP, dsregcmd, graph, listed, notCompliant, refused } from '../helpers/laptop.ts';

interface Story {
  readonly tells: string;
  readonly cause: CauseId;
  readonly graph: GraphAnswers;
  /** What the person pastes after having been asked; absent where Graph alone is enough. */
  readonly capture?: string;
  readonly holder: Holder['kind'];
}

const compliantOnly = { id: 'f0000001-0000-4000-8000-000000000001', displayName: 'Require compliant device', result: 'failure', enforcedGrantControls: ['RequireCompliantDevice'] };
const hybridOnly = { id: 'f0000002-0000-4000-8000-000000000002', displayName: 'Require hybrid joined device', result: 'failure', enforcedGrantControls: ['RequireDomainJoinedDevice'] };
const compliantPolicy = { id: 'f0000001-0000-4000-8000-000000000001', displayName: 'Require compliant device', state: 'enabled', modifiedDateTime: '2026-01-01T00:00:00Z', grantControls: { operator: 'OR', builtInControls: ['compliantDevice'] } };
const hybridPolicy = { id: 'f0000002-0000-4000-8000-000000000002', displayName: 'Require hybrid joined device', state: 'enabled', modifiedDateTime: '2026-01-01T00:00:00Z', grantControls: { operator: 'OR', builtInControls: ['domainJoinedDevice'] } };
const row = (code: number, over: Partial<SignIn> = {}): SignIn => refused(code, over);
const attempt = (error: string): string[] => [
  '     AcquirePrtDiagnostics : PRESENT',
  '      Previous Prt Attempt : 2026-11-23 08:50:00.000 UTC',
  `            Attempt Status : ${error}`,
];

const stories: readonly Story[] = [
  {
    tells: 'a deleted device',
    cause: 'record-deleted',
    graph: graph({ deletedDevices: [listed({ deletedDateTime: '2026-11-22T10:00:00Z' })], signIns: [row(700003)] }),
    holder: 'helpdesk',
  },
  {
    tells: 'a disabled device',
    cause: 'record-disabled',
    graph: graph({ devices: [listed({ accountEnabled: false })], signIns: [row(135011)] }),
    holder: 'helpdesk',
  },
  { tells: 'a broken compliance rule', cause: 'not-compliant', graph: notCompliant(), holder: 'reporter' },
  {
    tells: 'a laptop that nobody manages',
    cause: 'not-managed',
    graph: graph({
      devices: [listed({ isManaged: false, isCompliant: null, mdmAppId: null })],
      signIns: [row(530003, { appliedConditionalAccessPolicies: [compliantOnly], deviceDetail: { deviceId: LAPTOP, isManaged: false, isCompliant: false, operatingSystem: 'Windows' } })],
      conditionalAccessPolicies: [compliantPolicy],
    }),
    holder: 'role',
  },
  {
    tells: 'a laptop that is joined in a way the rule does not accept',
    cause: 'wrong-join-type',
    graph: graph({ devices: [listed()], signIns: [row(53001, { appliedConditionalAccessPolicies: [hybridOnly] })], conditionalAccessPolicies: [hybridPolicy] }),
    holder: 'helpdesk',
  },
  {
    tells: 'a laptop the synchronisation has not finished',
    cause: 'hybrid-sync',
    graph: graph({
      devices: [listed({ trustType: 'ServerAd', registrationDateTime: null, alternativeSecurityIds: [], onPremisesSyncEnabled: true })],
      signIns: [row(53001, { appliedConditionalAccessPolicies: [hybridOnly], deviceDetail: { deviceId: LAPTOP, operatingSystem: 'Windows' } })],
      conditionalAccessPolicies: [hybridPolicy],
    }),
    holder: 'role',
  },
  {
    tells: 'a laptop whose certificate is another one',
    cause: 'certificate',
    graph: graph({ devices: [listed({ alternativeSecurityIds: [{ type: 2, key: Buffer.from('X509:<SHA1-TP-PUBKEY>BB11CC22DD33EE44FF55AA66BB77CC88DD99EE11abc', 'utf16le').toString('base64') }] })] }),
    capture: dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR' }),
    holder: 'helpdesk',
  },
  {
    tells: 'a rule that is new',
    cause: 'new-policy',
    graph: graph({
      ...notCompliant(),
      signIns: [
        ...(notCompliant().signIns ?? []),
        row(0, { id: 'request-0', correlationId: 'earlier', createdDateTime: '2026-11-22T10:00:00Z', conditionalAccessStatus: 'success', status: { errorCode: 0 } }),
      ],
      directoryAudits: [
        {
          id: 'audit-1',
          activityDateTime: '2026-11-23T06:00:00Z',
          activityDisplayName: 'Update conditional access policy',
          loggedByService: 'Conditional Access',
          result: 'success',
          initiatedBy: { user: { id: 'admin-1', displayName: 'Nestor' } },
          targetResources: [{ id: 'f0000001-0000-4000-8000-000000000001', displayName: 'Require compliant device', modifiedProperties: [{ displayName: 'ConditionalAccessPolicy', oldValue: '{"state":"enabledForReportingButNotEnforced"}', newValue: '{"state":"enabled"}' }] }],
        },
      ],
      cohort: { users: 12, windowMinutes: 60, policyId: 'f0000001-0000-4000-8000-000000000001' },
    }),
    holder: 'role',
  },
  {
    tells: 'a laptop that is still being set up',
    cause: 'enrolment-pending',
    graph: graph({
      devices: [listed({ registrationDateTime: '2026-11-23T07:30:00Z', isManaged: null, isCompliant: null, mdmAppId: null })],
      signIns: [row(530003, { appliedConditionalAccessPolicies: [compliantOnly], deviceDetail: { deviceId: LAPTOP, isManaged: false, isCompliant: false, operatingSystem: 'Windows' } })],
      conditionalAccessPolicies: [compliantPolicy],
    }),
    holder: 'reporter',
  },
  {
    tells: 'a second factor that was refused',
    cause: 'not-device',
    graph: graph({ devices: [listed()], signIns: [row(500121, { deviceDetail: { deviceId: LAPTOP, isCompliant: true, isManaged: true, operatingSystem: 'Windows' } })] }),
    capture: dsregcmd(),
    holder: 'reporter',
  },
  {
    tells: 'a network that is in the way',
    cause: 'no-prt-network',
    graph: graph({ devices: [listed()] }),
    capture: dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR', sso: attempt('0x80072ee7') }),
    holder: 'reporter',
  },
  {
    tells: 'a password that Windows does not know yet',
    cause: 'no-prt-credential',
    graph: graph({ devices: [listed()], signIns: [row(50126)] }),
    capture: dsregcmd({ prt: 'NO', sso: [...attempt('0xc000006d'), '  Server Error Code : invalid_grant', '  Server Error Description : AADSTS50126: Error validating credentials due to invalid username or password.'] }),
    holder: 'reporter',
  },
  {
    tells: 'a clock that is wrong',
    cause: 'clock-skew',
    graph: graph({ devices: [listed()], signIns: [row(500133)] }),
    capture: dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR', sso: ['     AcquirePrtDiagnostics : PRESENT', '      Previous Prt Attempt : 2026-11-23 12:50:00.000 UTC', '            Attempt Status : 0x80090324'] }),
    holder: 'reporter',
  },
  {
    tells: 'a key the security chip does not give out',
    cause: 'tpm',
    graph: graph({ devices: [listed()] }),
    capture: dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. ERROR', sso: attempt('0x80280036') }),
    holder: 'reporter',
  },
  {
    tells: 'a laptop that is not joined at all',
    cause: 'not-joined',
    graph: graph({ signIns: [row(50129, { deviceDetail: { operatingSystem: 'Windows' } })] }),
    capture: dsregcmd({ azureAdJoined: 'NO', prt: 'NO' }),
    holder: 'helpdesk',
  },
  {
    tells: 'everything in order and refused all the same',
    cause: 'escalate',
    graph: graph({
      devices: [listed()],
      signIns: [row(53000, { appliedConditionalAccessPolicies: [compliantOnly] })],
      conditionalAccessPolicies: [compliantPolicy],
      managedDevices: [{ id: 'managed-1', azureADDeviceId: LAPTOP, deviceName: 'CONTOSO-MEGAN', complianceState: 'compliant', lastSyncDateTime: '2026-11-22T07:00:00Z' }],
    }),
    capture: dsregcmd(),
    holder: 'reporter',
  },
];

describe('the story of each cause', () => {
  for (const story of stories) {
    it(`of ${story.tells} ends at ${story.cause} with somebody who has it`, async () => {
      const house = openHouse();
      house.evidence.answers = story.graph;
      await house.say('I get CAA50021');
      await house.settle();
      if (story.capture !== undefined && house.newest().state !== 'diagnosed') {
        assert.equal(house.newest().asking?.what, 'capture');
        await house.say(story.capture);
        await house.settle();
      }
      const c = house.newest();
      assert.equal(c.diagnosis?.verdict, story.cause, JSON.stringify(c.diagnosis?.ranked.map(({ cause, confidence }) => [cause, confidence])));
      assert.ok(c.state === 'diagnosed' || c.asking?.what === 'elevated-capture', c.state);
      assert.equal(c.holder.kind, c.asking ? 'helpdesk' : story.holder, JSON.stringify(c.diagnosis?.next));
      await cardsAreAsTheCaseIs(house, c);
    });
  }
});

/** One card for the person and one for the channel; both show the newest of what was sent. */
async function cardsAreAsTheCaseIs(house: House, c: Case): Promise<void> {
  const mine = await house.cardOf(c, 'reporter');
  const theirs = await house.cardOf(c, 'triage');
  assert.match(mine.versions.at(-1)?.summary ?? '', new RegExp(`^Case ${c.number}`));
  assert.match(theirs.versions.at(-1)?.summary ?? '', new RegExp(`^Case ${c.number}`));
  assert.equal(house.chat.messages.filter(({ conversationId }) => conversationId === 'triage').length, 1);
}
