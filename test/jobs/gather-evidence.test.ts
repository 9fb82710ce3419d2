import assert from 'node:assert/strict';
import { gatherEvidence } from '../../bot/jobs/gather-evidence.ts';
import type { EvidenceReader } from '../../bot/cases/ports.ts';
import { MEGAN, openHouse, type House } from '../helpers/fake-rooms.ts';
import { LAPTOP, dsregcmd, graph, listed, notCompliant } from '../helpers/laptop.ts';

const kindsOf = async (house: House): Promise<string[]> => (await house.store.events(house.newest().id)).map(({ kind }) => kind);

describe('gathering evidence', () => {
  it('shows the reading moving, keeps the answer and judges in one change', async () => {
    const house = openHouse();
    house.evidence.answers = notCompliant();
    await house.say('CAA50021');
    const seen: string[] = [];
    const reader: EvidenceReader = {
      async gather(subject, onProgress) {
        seen.push(house.newest().progress.directory);
        onProgress?.('trip-1-done');
        return house.rooms.evidence.gather(subject);
      },
    };
    await gatherEvidence({ ...house.rooms, evidence: reader })({ caseId: house.newest().id });
    assert.deepEqual(seen, ['reading']);
    const c = house.newest();
    assert.deepEqual([c.progress.directory, c.progress.signIns, c.progress.intune], ['read', 'read', 'read']);
    assert.ok(c.progress.finishedAt);
    assert.deepEqual(await kindsOf(house), ['opened', 'gathering-started', 'evidence-read', 'diagnosed', 'handed']);
    assert.ok(await house.store.evidence(c.id));
  });

  it('does nothing when the same job comes twice', async () => {
    const house = openHouse();
    await house.say('CAA50021');
    const chore = gatherEvidence(house.rooms);
    const job = { caseId: house.newest().id };
    await chore(job);
    const after = house.newest();
    await chore(job);
    assert.deepEqual(house.newest(), after);
    assert.equal(house.evidence.asked.length, 1);
  });

  it('does nothing for a closed case or none', async () => {
    const house = openHouse();
    await house.say('CAA50021');
    await house.say('cancel');
    await gatherEvidence(house.rooms)({ caseId: house.newest().id });
    await gatherEvidence(house.rooms)({ caseId: 'case-9' });
    assert.equal(house.evidence.asked.length, 0);
  });

  it('says what could not be read, and never calls it fine', async () => {
    const house = openHouse();
    house.evidence.answers = {
      user: null,
      devices: [],
      gaps: [
        { key: 'deletedDevices', reason: 'forbidden', permission: 'Device.Read.All' },
        { key: 'signIns', reason: 'throttled' },
        { key: 'managedDevices', reason: 'timed-out' },
        { key: 'complianceSettings', reason: 'timed-out' },
      ],
    };
    await house.say('CAA50021');
    await house.settle();
    const c = house.newest();
    assert.deepEqual([c.progress.directory, c.progress.signIns, c.progress.intune], ['partly', 'failed', 'failed']);
    assert.equal(c.state, 'collecting');
    assert.notEqual(c.diagnosis?.verdict, 'healthy');
    const read = (await house.store.events(c.id)).find(({ kind }) => kind === 'evidence-read');
    assert.deepEqual((read?.data.missing as { key: string }[]).map(({ key }) => key), ['deletedDevices', 'signIns', 'managedDevices', 'complianceSettings']);
  });

  it('asks again when an output named a laptop while the world was being read', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [] });
    await house.say('CAA50021');
    let calls = 0;
    const reader: EvidenceReader = {
      async gather(subject) {
        calls += 1;
        if (calls === 1) await house.say(dsregcmd());
        else assert.deepEqual(subject.deviceIds, [LAPTOP]);
        return calls === 1 ? graph({ devices: [] }) : graph({ devices: [listed()] });
      },
    };
    const chore = gatherEvidence({ ...house.rooms, evidence: reader });
    await chore({ caseId: house.newest().id });
    assert.equal(house.newest().state, 'gathering');
    assert.ok(house.store.jobs.some(({ job }) => job.kind === 'gather'));
    await chore({ caseId: house.newest().id });
    assert.equal(calls, 2);
    assert.equal(house.newest().diagnosis?.verdict !== 'record-deleted', true);
    assert.notEqual(house.newest().state, 'gathering');
  });

  it('judges again when somebody wrote while it judged', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed()] });
    await house.say('CAA50021');
    await Promise.all([gatherEvidence(house.rooms)({ caseId: house.newest().id }), house.say(dsregcmd()), house.say('status'), house.say('CAA50021')]);
    await house.settle();
    const c = house.newest();
    assert.equal(c.captureCount, 1);
    assert.notEqual(c.asking?.what, 'capture');
    assert.equal(c.state, 'diagnosed');
  });

  it('passes on who it is, and what the laptop calls itself', async () => {
    const house = openHouse();
    await house.say(dsregcmd());
    await house.settle();
    const asked = house.evidence.asked.at(-1);
    assert.equal(asked?.userId, MEGAN.aadObjectId);
    assert.equal(asked?.user?.userPrincipalName, 'MeganB@contoso.com');
    assert.deepEqual(asked?.deviceNames, ['CONTOSO-MEGAN']);
  });

  it('learns the sign-in name that the directory could not tell at the first word', async () => {
    const house = openHouse();
    const { aadObjectId, name } = MEGAN;
    await house.say('CAA50021', { aadObjectId, name });
    assert.equal(house.newest().reporter.userPrincipalName, undefined);
    await gatherEvidence(house.rooms)({ caseId: house.newest().id });
    assert.equal(house.newest().reporter.userPrincipalName, 'MeganB@contoso.com');
  });
});
