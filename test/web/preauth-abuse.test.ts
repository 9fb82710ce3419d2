import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { activity } from '../helpers/front-door.ts';
import { startDoorChild, type DoorChild } from '../helpers/door-child.ts';
import { sendRaw } from '../helpers/raw-request.ts';

const mebibyte = 1024 * 1024;
const json = ['content-type', 'application/json'] as const;

describe('preauth-abuse', () => {
  let door: DoorChild;
  let rssBefore: number;
  before(async () => {
    door = await startDoorChild();
    for (let time = 0; time < 100; time += 1) await sendRaw(door.url, { headers: [json], body: '{}' });
    rssBefore = (await door.state()).rss;
  });
  after(() => door.stop());
  afterEach(async () => {
    assert.ok(door.isAlive());
    assert.equal((await fetch(`${door.url}/healthz`)).status, 200);
    const { rss, turns } = await door.state();
    assert.equal(turns, 0);
    assert.ok(rss - rssBefore <= 50 * mebibyte, `grew by ${Math.round((rss - rssBefore) / mebibyte)} MiB`);
  });

  const authorized = async (): Promise<readonly [string, string]> => ['authorization', `Bearer ${await door.token()}`];

  it('lives through broken JSON and bodies without a type, with and without a token', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '0',
      '"x"',
      '{}',
      '{"type":null}',
      '{"type":""}',
      '\u0000',
      '{"channelId":"msteams"}',
      '[[[[[[',
      '{"a":'.repeat(20_000),
    ]) {
      for (const headers of [[json], [json, await authorized()]]) {
        const { status } = await sendRaw(door.url, { headers, body });
        assert.ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 20)}`);
      }
    }
  });

  it('inflates nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * mebibyte, 0x20));
    for (const encoding of ['gzip', 'deflate', 'br', 'x-gzip']) {
      const { status } = await sendRaw(door.url, {
        headers: [json, ['content-encoding', encoding], await authorized()],
        body: bomb,
      });
      assert.equal(status, 415);
    }
    assert.equal((await sendRaw(door.url, { headers: [json, await authorized()], body: bomb })).status, 400);
  });

  it('takes no more than its limit of a body of 50 MB, whether its length is told or not', async () => {
    const body = Buffer.alloc(50 * 1000 * 1000, 0x20);
    const told = await sendRaw(door.url, { headers: [json, await authorized(), ['content-length', String(body.length)]], body });
    const untold = await sendRaw(door.url, { headers: [json, await authorized(), ['transfer-encoding', 'chunked']], body });
    // 0: the connection was closed while we were still sending.
    for (const { status } of [told, untold]) assert.ok(status === 413 || status === 0, String(status));
  });

  it('answers others while two hundred senders take their time, and does not wait for them for ever', async () => {
    const sockets: Socket[] = [];
    const closed = new Set<Socket>();
    const { hostname, port } = new URL(door.url);
    const token = (await authorized())[1];
    for (let index = 0; index < 200; index += 1) {
      const socket = connect(Number(port), hostname);
      socket
        .on('close', () => closed.add(socket))
        .on('error', () => undefined)
        .resume();
      // Half of them dribble headers, half a body.
      socket.write(
        index % 2 === 0
          ? 'POST /api/messages HTTP/1.1\r\nhost: x\r\nx-slow: '
          : `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: ${token}\r\ncontent-length: 1000\r\n\r\n{`,
      );
      sockets.push(socket);
    }
    const dribble = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write('a')), 1_000);
    await sleep(500);
    const startedAt = performance.now();
    assert.equal((await fetch(`${door.url}/healthz`)).status, 200);
    assert.ok(performance.now() - startedAt < 2_000);
    for (let seconds = 0; seconds < 18 && closed.size < 200; seconds += 1) await sleep(1_000);
    clearInterval(dribble);
    assert.equal(closed.size, 200);
    for (const socket of sockets) socket.destroy();
  }).timeout(30_000);

  it('lives through what is not HTTP, and headers without end', async () => {
    const { hostname, port } = new URL(door.url);
    const talk = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname);
        let answer = '';
        socket
          .on('data', (chunk) => (answer += chunk.toString()))
          .on('close', () => resolve(answer))
          .on('error', () => resolve(answer));
        socket.end(text);
      });
    for (const text of [
      '\u0016\u0003\u0001\u0000\u0000',
      'GET',
      'POST /api/messages HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
      'POST /api/messages HTTP/1.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
    ]) {
      assert.doesNotMatch(await talk(text), /^HTTP\/1.1 [25]/);
    }
    const { status } = await sendRaw(door.url, { path: '/%00/..%2f..%2fetc/passwd', headers: [json], body: '{}' });
    assert.ok(status >= 400 && status < 500);
  });

  it('still hears a good request afterwards', async () => {
    const { status } = await sendRaw(door.url, {
      headers: [json, await authorized()],
      body: JSON.stringify(activity(door.serviceUrl, { type: 'typing' })),
    });
    assert.equal(status, 200);
  });
});
