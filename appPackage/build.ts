/**
 * `npm run package`: makes appPackage/build/appPackage.zip, to be uploaded in the Teams admin centre. The settings come from
 * the environment and from env/.env.<APP_ENV> when there is one; the real environment wins.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import product from '../package.json' with { type: 'json' };
import { fillManifest } from './fill-manifest.ts';
import { readSettings, type PackageSettings } from './settings.ts';
import { zip } from './zip.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The package of these settings. */
export async function makePackage(settings: PackageSettings): Promise<Buffer> {
  return zip({
    'manifest.json': Buffer.from(fillManifest(readFileSync(here('./manifest.json'), 'utf8'), settings)),
    'color.png': readFileSync(here('./color.png')),
    'outline.png': readFileSync(here('./outline.png')),
  });
}

async function main(): Promise<number> {
  const envFile = here(`../env/.env.${process.env.APP_ENV ?? 'production'}`);
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const read = readSettings(process.env, product.version);
  if ('mistakes' in read) {
    for (const mistake of read.mistakes) console.error(mistake);
    return 1;
  }
  const file = here('./build/appPackage.zip');
  mkdirSync(here('./build'), { recursive: true });
  writeFileSync(file, await makePackage(read.settings));
  console.log(`Made ${file} (version ${read.settings.TEAMS_APP_VERSION}). Upload it in the Teams admin centre under Teams apps, Manage apps.`);
  return 0;
}

if (import.meta.main) process.exitCode = await main();
