import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pictures } from './helpers/pictures.ts';
import { styleSheet, themes, type Theme } from './helpers/host-configs.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const folder = new URL('../../artifacts/cards/', import.meta.url).pathname;
const find = createRequire(import.meta.url);
const script = readFileSync(find.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');
const sheet = readFileSync(find.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');
const markdown = readFileSync(new URL('../../node_modules/markdown-it/dist/browser/markdown-it.umd.min.js', import.meta.url), 'utf8');
const html = readFileSync(new URL('./helpers/page.html', import.meta.url), 'utf8');

/** Set to also keep a picture of every card in every theme; otherwise phones in light and dark, desktop in light. */
const keepAll = process.env.CARD_PICTURES === 'all';

describe('how the cards look', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;

  before(async function () {
    if (!existsSync(executablePath)) {
      if (process.env.CI === 'true') throw new Error(`No Chromium at ${executablePath}: install it, or set CHROMIUM_PATH.`);
      console.log(`skipped: no Chromium at ${executablePath}`);
      this.skip();
    }
    mkdirSync(folder, { recursive: true });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  });

  after(async () => browser?.close());

  for (const theme of themes) {
    for (const [place, width] of [['phone', 320], ['desktop', 640]] as const) {
      it(`is whole, legible and easy to tap on a ${place} in ${theme.name}`, async () => {
        assert.ok(browser);
        const faults: string[] = [];
        const page = await open(browser, theme, width, faults);
        const cards = pictures();
        await page.evaluate(`drawAll(${JSON.stringify(Object.fromEntries(Object.entries(cards).map(([name, { card }]) => [name, card])))}, ${JSON.stringify(theme.hostConfig)})`);
        const folded = await page.evaluate<Measured>('measure()');
        if (keepAll || theme.name === 'light' || (theme.name === 'dark' && place === 'phone')) await keep(page, Object.keys(cards), `${place}-${theme.name}`);
        await page.evaluate('unfoldAll()');
        const unfolded = await page.evaluate<Measured>('measure()');
        if (theme.name === 'light' && place === 'phone') await keep(page, Object.keys(cards).filter((name) => JSON.stringify(cards[name]).includes('"isVisible":false')), `${place}-${theme.name}-unfolded`);
        await page.close();

        assert.deepEqual(faults, [], 'nothing is complained about in the console');
        assert.deepEqual([...new Set([...folded.problems, ...unfolded.problems])], []);
        assert.ok(folded.texts > 200 && folded.targets > 60, `enough was measured (${folded.texts} texts, ${folded.targets} targets)`);
        assert.ok(unfolded.texts > folded.texts, 'what was folded away was measured too');
      });
    }
  }
});

interface Measured {
  readonly texts: number;
  readonly targets: number;
  readonly problems: readonly string[];
}

async function open(browser: Browser, theme: Theme, width: number, faults: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1 });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:blank') faults.push(`asked the network for ${request.url()}`);
  });
  await page.setContent(html);
  await page.addStyleTag({ content: sheet + styleSheet(theme, width) });
  for (const content of [script, markdown]) await page.addScriptTag({ content });
  return page;
}

async function keep(page: Page, names: readonly string[], suffix: string): Promise<void> {
  for (const name of names) await page.locator(`#shot-${name}`).screenshot({ path: `${folder}${name}.${suffix}.png`, animations: 'disabled' });
}
