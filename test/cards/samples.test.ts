import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { samples } from './helpers/samples.ts';

const folder = new URL('../../cards/', import.meta.url);
const files = readdirSync(folder);
const templates = files.filter((name) => name.endsWith('.json') && !name.endsWith('.sample.json')).map((name) => name.replace('.json', ''));

describe('the templates', () => {
  it('each have a view and a sample', () => {
    assert.deepEqual(Object.keys(samples).sort(), templates.sort());
    for (const name of templates) assert.ok(files.includes(`${name}.ts`) && files.includes(`${name}.sample.json`), name);
  });

  for (const name of templates) {
    it(`${name}: the sample is what the view makes of the Contoso case (node test/cards/update-samples.ts)`, () => {
      const sample = JSON.parse(readFileSync(new URL(`${name}.sample.json`, folder), 'utf8'));
      assert.deepEqual(JSON.parse(JSON.stringify(samples[name])), sample);
    });

    it(`${name}: decides nothing but what to leave out`, () => {
      const template = readFileSync(new URL(`${name}.json`, folder), 'utf8');
      for (const [, expression] of template.matchAll(/\$\{([^}]*)\}/g)) {
        assert.match(expression ?? '', /^[\w.]+$|^count\([\w.]+\) > 0$/, expression);
      }
    });
  }
});
