import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const recorded = (slug: string, name: string) => join(root, 'test/fixtures/cases', slug, name);

function run(args: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/diagnose.ts', ...args], { cwd: root, input, encoding: 'utf8', timeout: 15_000 });
  return { status, stdout, stderr };
}

describe('the diagnose command', () => {
  let folder = '';
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  before(() => (folder = mkdtempSync(join(tmpdir(), 'diagnose-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one JSON object with every promised key', () => {
    const slug = 'not-compliant--rule-named';
    const { status, stdout } = run(['--json', '--now', '2026-03-10T09:00:00Z', '--graph', recorded(slug, '_graph.json'), recorded(slug, '_dsregcmd.txt')]);
    assert.equal(status, 0);
    const answer = JSON.parse(stdout);
    assert.deepEqual([answer.verdict, answer.confidence], ['not-compliant', 'confirmed']);
    for (const key of ['ranked', 'findings', 'gaps', 'next', 'capture']) assert.ok(key in answer, key);
    assert.deepEqual([answer.capture.usable, answer.capture.reason], [true, null]);
  });

  it('judges a kept case as of its own day when no time is given', () => {
    const { stdout } = run(['--json', '--graph', recorded('record-deleted--hard-deleted-700003-in-the-log', '_graph.json')]);
    assert.equal(JSON.parse(stdout).verdict, 'record-deleted');
  });

  it('reads standard input, in UTF-16 as well, and prints a report for people', () => {
    const text = 'AzureAdJoined : YES\r\nDeviceAuthStatus : FAILED. Device is either disabled or deleted\r\n';
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    const { status, stdout } = run(['-'], bytes);
    assert.equal(status, 0);
    assert.match(stdout, /^Verdict: record-deleted, possible/);
    assert.match(stdout, /Next\n {2}1\. helpdesk:/);
  });

  it('ends with 2 and one sentence on bad usage', () => {
    for (const args of [['--nonsense'], ['a', 'b'], ['--now', 'yesterday', '-'], ['--graph']]) {
      const { status, stderr, stdout } = run(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
  });

  it('ends with 3 and one sentence on unreadable input', () => {
    const inputs: (readonly [string[], (string | Uint8Array)?])[] = [
      [[join(folder, 'missing.txt')]],
      [[folder]],
      [[], ''],
      [[], 'Hello, how are you?'],
      [[file('five-megabytes.txt', 'AzureAdJoined : YES\n'.repeat(262_144))]],
      [[file('archive.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 255, 254, 0, 1]))]],
      [[file('random.bin', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))]],
      [['--graph', file('broken.json', '{"devices": ['), '-'], 'AzureAdJoined : YES'],
      [['--graph', file('list.json', '[]'), '-'], 'AzureAdJoined : YES'],
    ];
    for (const [args, input] of inputs) {
      const { status, stderr, stdout } = run(args, input);
      assert.deepEqual([status, stdout], [3, ''], `${args.join(' ')} ${stderr}`);
      assert.match(stderr, /^[^\n]+\.\n$/);
    }
  });
});
