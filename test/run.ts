import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * `npm test`: all tests, in two mocha processes side by side. Half of the suite waits (for leases, deadlines, killed
 * processes), the other half computes; one after the other they would take twice the time on the same two cores.
 * `npm test -- FILE…` runs those files alone.
 */
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const shared = ['--no-config', '--timeout', '20000'];
const waiting = /^test[\\/](e2e|store|jobs)[\\/]/;

interface Outcome {
  readonly code: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs mocha on the files; what it prints appears when it is through, so that two of them do not talk at once. */
function run(title: string, files: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [mocha, ...shared, '--reporter', 'dot', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    child.once('exit', (code) => {
      const text = said.join('');
      console.log(`\n${title}\n${text}`);
      const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
      resolve({ code: code ?? 1, passed: count('passing'), failed: count('failing'), skipped: count('pending') });
    });
  });
}

async function all(): Promise<number> {
  const files = globSync('test/**/*.test.ts').sort();
  const halves = [
    run('end to end, memory and clock', files.filter((file) => waiting.test(file))),
    run('everything else', files.filter((file) => !waiting.test(file))),
  ];
  const outcomes = await Promise.all(halves);
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed, ${sum(({ skipped }) => skipped)} skipped`);
  return Math.max(...outcomes.map(({ code, passed }) => (passed === 0 ? 1 : code)));
}

const chosen = process.argv.slice(2);
if (chosen.length === 0) process.exitCode = await all();
else {
  const child = spawn(process.execPath, [mocha, ...shared, '--reporter', 'spec', ...chosen], { stdio: 'inherit' });
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}
