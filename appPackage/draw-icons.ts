/** Draws the icons from their SVG sources with Chromium: `node appPackage/draw-icons.ts`. The PNGs are kept in the repository. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const [name, size] of [['color', 192], ['outline', 32]] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(`./${name}.svg`, import.meta.url), 'utf8');
  await page.setContent(`<!doctype html><style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: new URL(`./${name}.png`, import.meta.url).pathname, omitBackground: true });
}
await browser.close();
