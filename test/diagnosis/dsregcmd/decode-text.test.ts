import assert from 'node:assert/strict';
import { decodeText } from '../../../bot/diagnosis/dsregcmd/decode-text.ts';
import { fixtureText } from '../../helpers/fixture-captures.ts';
import { factsIn } from '../../helpers/read-facts.ts';

const text = fixtureText('hybrid-joined-refused').replaceAll('Contoso', 'Café');

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

const encodings: readonly [string, Uint8Array][] = [
  ['UTF-8', Buffer.from(text, 'utf8')],
  ['UTF-8 with byte order mark', Buffer.from(`\ufeff${text}`, 'utf8')],
  ['UTF-16 little endian with byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 little endian', Buffer.from(text, 'utf16le')],
  ['UTF-16 big endian with byte order mark', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ['UTF-16 big endian', swapped(Buffer.from(text, 'utf16le'))],
  ['Windows code page', Buffer.from(text, 'latin1')],
];

describe('decodeText', () => {
  for (const [name, bytes] of encodings) {
    it(`decodes ${name}`, () => {
      const decoded = decodeText(bytes);
      assert.equal(decoded, text);
      assert.deepEqual(factsIn(text), factsIn(decoded));
    });
  }

  it('reads a console code page it does not know letter by letter, without failing', () => {
    const bytes = Buffer.concat([Buffer.from('TenantName : Caf'), Buffer.from([0x82]), Buffer.from('\r\nAzureAdPrt : YES')]);
    assert.equal(factsIn(decodeText(bytes) as string).sso.azureAdPrt, 'YES');
  });

  it('refuses what is no text', () => {
    const binary = { kind: 'unreadable', reason: 'binary' };
    assert.deepEqual(decodeText(Buffer.from('PK\u0003\u0004 docx')), binary);
    assert.deepEqual(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), binary);
    assert.deepEqual(decodeText(Buffer.from([0x4d, 0x5a, 0x90, 0, 3])), binary);
    assert.deepEqual(decodeText(Uint8Array.from({ length: 3000 }, (_, at) => (at * 37) % 256)), binary);
    assert.deepEqual(decodeText(Buffer.from(`AzureAdPrt : YES\0\0\0${'x'.repeat(200)}`)), binary);
  });

  it('refuses nothing and too much', () => {
    assert.deepEqual(decodeText(new Uint8Array()), { kind: 'unreadable', reason: 'empty' });
    assert.deepEqual(decodeText(Buffer.from(' \r\n')), { kind: 'unreadable', reason: 'empty' });
    assert.deepEqual(decodeText(new Uint8Array(1024 * 1024 + 1).fill(65)), { kind: 'unreadable', reason: 'too-large' });
  });
});
