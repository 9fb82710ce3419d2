import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { activity } from '../helpers/front-door.ts';
import { startDoorChild, type DoorChild } from '../helpers/door-child.ts';
import { sendRaw } from '../helpers/raw-request.ts';

const mebibyte = 1024 * 1024;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('junk tokens', () => {
  let door: DoorChild;
  before(async () => {
    door = await startDoorChild();
  });
  after(() => door.stop());

  it('do not add to the issuers the SDK believes, nor to memory, however many come', async () => {
    const body = JSON.stringify(activity(door.serviceUrl));
    const junk = (index: number): string => {
      const issuer = index % 3 === 0 ? door.issuer : `https://sts.windows.net/${randomUUID()}/`;
      const claims = { iss: issuer, aud: randomUUID(), exp: 9e9, ...(index % 2 === 0 ? { tid: randomUUID() } : {}) };
      return `Bearer ${part({ alg: 'RS256', kid: index % 5 === 0 ? 'teams' : randomUUID(), typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
    };
    const send = async (index: number): Promise<number> =>
      (
        await sendRaw(door.url, {
          headers: [
            ['content-type', 'application/json'],
            ['authorization', junk(index)],
          ],
          body,
        })
      ).status;
    for (let index = 0; index < 600; index += 30) await Promise.all(Array.from({ length: 30 }, (_, more) => send(index + more)));
    const start = await door.state();

    const statuses = new Set<number>();
    let next = 0;
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        while (next < 10_000) statuses.add(await send(next++));
      }),
    );

    const end = await door.state();
    assert.deepEqual([...statuses], [401]);
    assert.equal(end.issuers, start.issuers);
    assert.equal(end.turns, 0);
    assert.ok(end.rss - start.rss <= 50 * mebibyte, `grew by ${Math.round((end.rss - start.rss) / mebibyte)} MiB`);
  }).timeout(60_000);
});
