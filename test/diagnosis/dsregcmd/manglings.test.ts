import assert from 'node:assert/strict';
import { fixtureText, printedCapture } from '../../helpers/fixture-captures.ts';
import { factsIn } from '../../helpers/read-facts.ts';
import { type PrintedCapture, renderings } from '../../helpers/render-capture.ts';
import { sharedFiles, sharedJson, skipWithout } from '../../helpers/shared-reference.ts';

const printed = [
  'hybrid-joined-refused',
  'entra-joined-healthy',
  'registered-two-accounts',
  'old-layout-registered',
  'pre-join-elevated',
  'four-token-attempts',
  'host-name-update-failed',
  'device-check-could-not-run',
];

/** One test for each mangling, over every capture. */
function describeManglings(captures: readonly { name: string; capture: PrintedCapture }[]): void {
  const rendered = captures.map(({ name, capture }) => ({ name, all: renderings(capture) }));
  const plain = new Map(rendered.map(({ name, all }) => [name, factsIn(all[0]?.text ?? '')]));
  rendered[0]?.all.forEach(({ name: mangling }, index) => {
    it(`reads the same facts: ${mangling}`, () => {
      for (const { name, all } of rendered) {
        assert.deepEqual(factsIn(all[index]?.text ?? ''), plain.get(name), `${name}, ${mangling}`);
      }
    });
  });
}

describe('readCapture on mangled fixtures', () => {
  describeManglings(printed.map((name) => ({ name, capture: printedCapture(fixtureText(name)) })));
});

describe('readCapture on mangled public captures', () => {
  const folder = 'data/dsregcmd';
  const files = sharedFiles(folder, '.json');
  if (files.length === 0) {
    it('reads every rendering of the public captures', function () {
      skipWithout(this, 'public captures');
    });
  }
  describeManglings(files.map((file) => ({ name: file, capture: sharedJson(`${folder}/${file}`) as PrintedCapture })));
});
