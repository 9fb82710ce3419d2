import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxCharacters } from '../../../bot/diagnosis/dsregcmd/normalise.ts';
import { readCapture } from '../../../bot/diagnosis/dsregcmd/read-capture.ts';
import { fixtureNames, fixtureText, printedCapture } from '../../helpers/fixture-captures.ts';
import { renderings } from '../../helpers/render-capture.ts';

const texts = fixtureNames().flatMap((name) => {
  const capture = printedCapture(fixtureText(name));
  return capture.sections.length > 0 ? renderings(capture).map(({ text }) => text) : [fixtureText(name)];
});

const junk = fc.constantFrom(' ', '\n', '\0', ':', '|', '-', '+', '*', '`', '>', '<', '&', '"', '[', ']', '{', '\t', '\u00a0', '\ufeff', '\ud800', '：', 'AzureAdPrt', ' : ', '0x', 'Work Account ', '\\n');

/** Cuts, doubles, swaps and litters a text at places given as shares of its length. */
const mutation = fc.record({
  kind: fc.constantFrom('cut', 'double', 'insert', 'repeat', 'replace'),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 400 }),
  junk,
  times: fc.integer({ min: 1, max: 300 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, { kind, from, length, junk: letters, times }: Mutation): string {
  const at = Math.floor(from * text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (kind) {
    case 'cut':
      return before + after.slice(length);
    case 'double':
      return before + after.slice(0, length) + after;
    case 'insert':
      return before + letters + after;
    case 'repeat':
      return before + letters.repeat(times) + after;
    default:
      return before + letters + after.slice(1);
  }
}

function millisecondsOf(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The quickest of three: what other work on the machine adds is not ours. */
function readingTime(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 3 && best > 10; round++) best = Math.min(best, millisecondsOf(() => readCapture(text)));
  return best;
}

/** Flags and states that lead to a verdict, in one order. Ids and NgcSet are left out: what a cut leaves of a registered account looks like the device's. */
function decidingFacts(text: string): (string | undefined)[] {
  const capture = readCapture(text);
  if ('kind' in capture) return [];
  const { device, details, user, sso, ngc } = capture;
  return [
    device.azureAdJoined, device.enterpriseJoined, device.domainJoined, details.deviceAuthStatus?.kind, user.workplaceJoined, user.wamDefaultSet, sso.azureAdPrt,
    sso.enterprisePrt, ngc.isUserAzureAd, ngc.sessionIsNotRemote,
  ];
}

describe('readCapture under stress', () => {
  it('neither throws nor takes 50 ms on 10 000 mutated outputs', function () {
    this.timeout(120_000);
    let slowest = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 6 }), (text, mutations) => {
        const broken = mutations.reduce(mutated, text);
        const milliseconds = readingTime(broken);
        slowest = Math.max(slowest, milliseconds);
        return milliseconds <= 50;
      }),
      { numRuns: 10_000 },
    );
    console.log(`      slowest of 10 000: ${slowest.toFixed(1)} ms`);
  });

  it('never turns a fact round by cutting the output short', () => {
    for (const name of ['hybrid-joined-refused', 'registered-two-accounts', 'pre-join-elevated', 'device-check-could-not-run']) {
      const text = fixtureText(name);
      const whole = decidingFacts(text);
      for (let at = 0; at < text.length; at += 13) {
        for (const part of [text.slice(at), text.slice(0, at)]) {
          const facts = decidingFacts(part);
          facts.forEach((fact, index) => assert.ok(fact === undefined || fact === whole[index], `${name} cut at ${at}: ${fact} for ${whole[index]}`));
        }
      }
    }
  });

  it('does not throw on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof readCapture(text) === 'object'), { numRuns: 1000 });
  });

  it('stays linear on texts made to be slow', () => {
    const pieces = ['AzureAdPrt ', 'AzureAdJoined : ', 'Device State ', '<', '<div ', '&amp;', '[', '{"a":', `AzureAdJoined${' '.repeat(200)}`, 'Server Message : x\ny ',
      'abcdefgh: x\n', '1\n2\n3\n', '10:31:07 INFO x\n', 'Azure Ad Joined Device ', '"', 'if the AzureAdPrt is now ', '\\n', '0x801c03f2 ', 'error code ', '* ', '> > ', 'AzureAdJoined,DomainJoined\n'];
    for (const piece of pieces) {
      const half = readingTime(piece.repeat(maxCharacters / 4 / piece.length));
      const full = readingTime(piece.repeat(maxCharacters / piece.length));
      assert.ok(full < 1000 && full < 16 * Math.max(half, 5), `${JSON.stringify(piece.slice(0, 30))}: ${half.toFixed(1)} ms, four times as long ${full.toFixed(1)} ms`);
    }
  });

  it('reads an output of 5 KB in a few milliseconds', () => {
    const text = fixtureText('hybrid-joined-refused');
    const facts = JSON.stringify(readCapture(text));
    const median = (work: () => void): number => Array.from({ length: 200 }, () => millisecondsOf(work)).sort((one, other) => one - other)[100] ?? 0;
    const reading = median(() => readCapture(text));
    const parsing = median(() => JSON.parse(facts));
    console.log(`      ${text.length} characters: ${reading.toFixed(2)} ms; JSON.parse of the same facts: ${parsing.toFixed(3)} ms`);
    assert.ok(reading < 20, `${reading} ms`);
  });
});
