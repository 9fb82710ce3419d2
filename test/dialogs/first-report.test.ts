import assert from 'node:assert/strict';
import { openHouse } from '../helpers/fake-rooms.ts';
import { dsregcmd, graph, listed, notCompliant } from '../helpers/laptop.ts';

describe('a first report', () => {
  it('opens a case, asks the world and names the cause without asking the person anything', async () => {
    const house = openHouse();
    house.evidence.answers = notCompliant();
    assert.deepEqual(await house.say("I can't sign in, CAA50021"), []);
    await house.settle();
    const c = house.newest();
    assert.equal(c.state, 'diagnosed');
    assert.equal(c.diagnosis?.verdict, 'not-compliant');
    assert.equal(c.asking, undefined);
    assert.equal(house.chat.messages.length, 2, 'one card for the person, one for the triage channel');
  });

  it('asks for the output when the world does not tell', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed()] });
    await house.say('CAA50021');
    await house.settle();
    assert.equal(house.newest().state, 'collecting');
    assert.equal(house.newest().asking?.what, 'capture');
    assert.deepEqual(house.newest().holder, { kind: 'reporter' });
  });

  it('diagnoses from a pasted output and shows the card below it', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [], deletedDevices: [] });
    await house.say('CAA50021');
    await house.settle();
    await house.say(dsregcmd({ prt: 'NO', deviceAuthStatus: 'FAILED. Device is either disabled or deleted' }));
    await house.settle();
    const c = house.newest();
    assert.equal(c.diagnosis?.verdict, 'record-deleted');
    assert.equal(c.state, 'diagnosed');
    assert.equal(c.anchor, 1);
    assert.equal(c.device.name, 'CONTOSO-MEGAN');
  });
});
