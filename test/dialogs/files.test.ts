import assert from 'node:assert/strict';
import type { AttachedFile, Reply } from '../../dialogs/turn.ts';
import { openHouse } from '../helpers/fake-rooms.ts';
import { dsregcmd } from '../helpers/laptop.ts';

type Fetched = Awaited<ReturnType<AttachedFile['fetch']>>;

const file = (fetched: Fetched | (() => Promise<Fetched>), name = 'dsreg.txt'): AttachedFile => ({
  name,
  contentType: 'text/plain',
  fetch: async () => (typeof fetched === 'function' ? fetched() : fetched),
});
const bytes = (content: Uint8Array): Fetched => ({ kind: 'bytes', bytes: content });
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const textOf = (replies: readonly Reply[]): string => replies.map((reply) => ('text' in reply ? reply.text : reply.kind)).join('\n');

describe('a file sent to the bot', () => {
  for (const [encoding, content] of [
    ['UTF-8', Buffer.from(dsregcmd())],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${dsregcmd()}`)],
    ['UTF-16', utf16(dsregcmd())],
  ] as const) {
    it(`is read in ${encoding}, and opens a case`, async () => {
      const house = openHouse();
      assert.deepEqual(await house.turn({ kind: 'files', text: '', files: [file(bytes(content))] }), []);
      assert.equal(house.newest().captureCount, 1);
    });
  }

  for (const [what, fetched, says] of [
    ['empty', bytes(new Uint8Array()), /empty/],
    ['a zip', bytes(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), /packed/],
    ['a picture', bytes(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])), /not a plain text/],
    ['binary', bytes(Buffer.alloc(4096, 1)), /not a plain text/],
    ['some other text', bytes(Buffer.from('my shopping list')), /Device State/],
    ['a secret', bytes(Buffer.from('password: Hunter2!')), /not kept/],
    ['too large', { kind: 'too-large' }, /too large/],
    ['out of reach', { kind: 'unreachable' }, /once more/],
    ['forbidden', { kind: 'refused' }, /not allowed/],
  ] as const) {
    it(`gets a clear sentence and opens nothing when it is ${what}`, async () => {
      const house = openHouse();
      assert.match(textOf(await house.turn({ kind: 'files', text: '', files: [file(fetched)] })), says);
      assert.equal(house.store.all().length, 0);
    });
  }

  it('does not break the turn when fetching it throws', async () => {
    const house = openHouse();
    const broken = file(() => Promise.reject(new Error('reset')));
    assert.match(textOf(await house.turn({ kind: 'files', text: '', files: [broken] })), /once more/);
  });

  it('is told apart from its neighbours by its name, without what the name could do to the chat', async () => {
    const house = openHouse();
    const files = [file(bytes(Buffer.from(dsregcmd()))), file({ kind: 'too-large' }, '[click](https://evil.example)*.txt')];
    const said = textOf(await house.turn({ kind: 'files', text: '', files }));
    assert.match(said, /click https evil\.example/);
    assert.doesNotMatch(said, /[[\]()*]/);
    assert.equal(house.newest().captureCount, 1);
  });

  it('comes with words that count when the file says nothing', async () => {
    const house = openHouse();
    await house.turn({ kind: 'files', text: "I can't sign in, CAA50021", files: [file(bytes(Buffer.from('hello')))] });
    assert.equal(house.store.all().length, 1);
  });

  it('is one of at most five that are looked at', async () => {
    const house = openHouse();
    let fetched = 0;
    const many = Array.from({ length: 30 }, () => file(async () => { fetched += 1; return { kind: 'unreachable' }; }));
    assert.match(textOf(await house.turn({ kind: 'files', text: '', files: many })), /first 5/);
    assert.equal(fetched, 5);
  });
});
