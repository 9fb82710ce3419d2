import assert from 'node:assert/strict';
import type { Reply } from '../../dialogs/turn.ts';
import { openHouse, type House } from '../helpers/fake-rooms.ts';
import { OTHER_LAPTOP, dsregcmd, graph, listed } from '../helpers/laptop.ts';

const THIRD = 'ee55ff66-0000-4000-8000-00000000cccc';
const old = listed({ id: 'object-2', deviceId: OTHER_LAPTOP, displayName: 'CONTOSO-OLD' });
const third = listed({ id: 'object-3', deviceId: THIRD, displayName: '[CONTOSO](https://evil.example)' });
const textOf = (replies: readonly Reply[]): string => replies.map((reply) => ('text' in reply ? reply.text : reply.kind)).join('\n');

async function aboutOneOf(...devices: ReturnType<typeof listed>[]): Promise<House> {
  const house = openHouse();
  house.evidence.answers = graph({ devices });
  await house.say(dsregcmd());
  await house.settle();
  return house;
}

describe('the other laptop', () => {
  it('opens the first case when there is none', async () => {
    const house = openHouse();
    await house.say('my other laptop has it');
    assert.equal(house.store.all().length, 1);
  });

  it('opens a case of its own when there is only one other', async () => {
    const house = await aboutOneOf(listed(), old);
    await house.say('my other laptop, too');
    assert.deepEqual(house.store.all().map(({ device }) => device.name), ['CONTOSO-OLD', 'CONTOSO-MEGAN']);
  });

  it('is asked for by name when there are more, and the name cannot do anything to the chat', async () => {
    const house = await aboutOneOf(listed(), old, third);
    const said = textOf(await house.say('my other laptop, too'));
    assert.match(said, /CONTOSO-OLD/);
    assert.doesNotMatch(said, /\[|\]\(|evil\.example\)/);
    assert.equal(house.store.all().length, 1);
    await house.say('other laptop contoso-old');
    assert.equal(house.newest().device.deviceId, OTHER_LAPTOP);
  });

  it('is asked for by its output when the directory lists none', async () => {
    const house = await aboutOneOf(listed());
    assert.match(textOf(await house.say('it is my second laptop')), /no other Windows laptop/);
    await house.say(dsregcmd({ deviceId: OTHER_LAPTOP, name: 'CONTOSO-OLD' }));
    assert.equal(house.store.all().length, 2);
  });

  it('waits until it is known which one the first case is about', async () => {
    const house = openHouse();
    house.evidence.answers = graph({ devices: [listed(), old] });
    await house.say('CAA50021');
    await house.settle();
    house.advance(1);
    assert.match(textOf(await house.say('my other laptop, too')), /which laptop case 1001/);
    assert.equal(house.store.all().length, 1);
    assert.equal(house.newest().anchor, 1);
  });
});
