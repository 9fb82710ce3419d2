/** Writes the sample beside each template anew; run it after a view has changed, and read the diff. */
import { writeFileSync } from 'node:fs';
import { samples } from './helpers/samples.ts';

for (const [name, view] of Object.entries(samples)) {
  writeFileSync(new URL(`../../cards/${name}.sample.json`, import.meta.url), `${JSON.stringify(view, null, 2)}\n`);
}
