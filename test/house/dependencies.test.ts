import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  hasInstallScript?: boolean;
  resolved?: string;
}

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };

/** Lowest version of a package that may be installed, and versions that must never be: known-bad or vulnerable ones. */
const floors: Record<string, { atLeast: string; never?: readonly string[] }> = {
  axios: { atLeast: '1.18.1', never: ['1.14.1'] },
  'find-my-way': { atLeast: '8.2.2' },
  pino: { atLeast: '9.14.0' },
  send: { atLeast: '0.19.1' },
  uuid: { atLeast: '11.1.1' },
};

function installed(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, entry]) => entry.version ?? '');
}

function isAtLeast(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number));
  for (let place = 0; place < 3; place += 1) {
    const difference = (left![place] ?? 0) - (right![place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe('the dependencies', () => {
  for (const [name, { atLeast, never }] of Object.entries(floors)) {
    it(`keep every copy of ${name} at ${atLeast} or newer`, () => {
      const versions = installed(name);
      assert.notEqual(versions.length, 0, `${name} is not in the lockfile: drop its floor`);
      for (const version of versions) {
        assert.ok(isAtLeast(version, atLeast), `${name} ${version} is below ${atLeast}`);
        assert.ok(!never?.includes(version), `${name} ${version} is a known-bad release`);
      }
    });
  }

  it('are pinned to one exact version each', () => {
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, range] of Object.entries(manifest[group] ?? {})) {
        assert.match(range, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${group}.${name} is "${range}"`);
      }
    }
  });

  it('run no install scripts', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
  });

  it('bring one Node version for every platform they bring it for', () => {
    const versions = new Set(
      Object.entries(manifest['optionalDependencies'] ?? {})
        .filter(([name]) => name.startsWith('node-'))
        .map(([, version]) => version),
    );
    assert.equal(versions.size, 1);
    assert.equal([...versions][0]?.split('.')[0], '24');
  });

  it('do not include botbuilder-dialogs, whose install downloads code', () => {
    assert.deepEqual(installed('botbuilder-dialogs'), []);
  });

  it('record no download addresses in the lockfile', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'));
    assert.deepEqual(addressed.map(([path]) => path), []);
  });
});
