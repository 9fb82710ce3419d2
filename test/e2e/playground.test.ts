import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { eventually } from './running-bot.ts';

const root = new URL('../..', import.meta.url).pathname;
const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const pictures = join(root, 'artifacts/playground');

/** What a stranger does after `npm start`: three pages, one sentence, one paste. The pictures are kept. */
describe('the Playground after npm start', function () {
  this.timeout(120_000);
  let start: ChildProcess;
  let browser: Browser;
  let folder: string;
  const printed: string[] = [];
  const faults: string[] = [];
  let reporter: Page;
  let agent: Page;

  before(async function () {
    if (!existsSync(chromiumPath)) {
      assert.notEqual(process.env['CI'], 'true', 'In CI there must be a Chromium.');
      console.log('      skipped: no Chromium');
      return this.skip();
    }
    mkdirSync(pictures, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'caa50021-start-'));
    const [sandboxPort, lobbyPort, playgroundPort] = await freePorts(3);
    start = spawn(process.execPath, ['env/start.ts', '--as', 'no-prt-credential'], {
      cwd: root,
      env: {
        ...process.env,
        DATA_DIR: folder,
        PORT: '0',
        SANDBOX_PORT: String(sandboxPort),
        LOBBY_PORT: String(lobbyPort),
        PLAYGROUND_PORT: String(playgroundPort),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [start.stdout!, start.stderr!]) stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    await eventually(() => printed.join(''), (text) => text.includes('Ctrl-C'), 60_000);

    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    [reporter, agent] = await Promise.all([openPage('Reporter'), openPage('Agent')]);
  });

  after(async () => {
    await browser?.close();
    if (start) {
      start.kill('SIGINT');
      await new Promise((resolve) => start.once('exit', resolve));
    }
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function openPage(who: string): Promise<Page> {
    const url = new RegExp(`${who}\\s.*(http://\\S+)`).exec(printed.join(''))?.[1];
    assert.ok(url, `npm start names the page of the ${who}`);
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
    await page.goto(url);
    await page.getByRole('treeitem', { name: who === 'Agent' ? /triage/ : 'Personal Chat' }).dispatchEvent('click');
    await page.locator('div[role=textbox]').last().waitFor();
    return page;
  }

  async function say(page: Page, text: string): Promise<void> {
    const box = page.locator('div[role=textbox]').last();
    await box.click();
    await box.fill(text);
    await page.keyboard.press('Enter');
  }

  it('greets, and answers the first report with a card within two seconds', async () => {
    await reporter.getByText('Can’t sign in on your Windows laptop?').first().waitFor();
    const asked = Date.now();
    await say(reporter, 'CAA50021');
    await reporter.getByText(/Case \d+/).first().waitFor();
    const waited = Date.now() - asked;
    await reporter.screenshot({ path: join(pictures, 'reporter-asked.png') });
    assert.ok(waited < 2_000 * (process.env['CI'] === 'true' ? 2 : 1), `${waited} ms to the first card`);
  });

  it('shows the case in the agent’s channel at once', async () => {
    await agent.getByText(/Case \d+/).first().waitFor();
    await agent.getByText('beatriz.amaral@contoso.com').first().waitFor();
    await agent.screenshot({ path: join(pictures, 'agent-channel.png') });
  });

  it('names the cause after the paste, with buttons that work', async () => {
    await reporter.getByText('Please let your laptop tell us').first().waitFor({ timeout: 30_000 });
    await reporter.screenshot({ path: join(pictures, 'reporter-collect.png'), fullPage: true });
    await reporter.getByRole('button', { name: 'Paste into a box' }).last().click();
    const capture = readFileSync(join(folder, 'sandbox/captures/no-prt-credential.txt'), 'utf8');
    await reporter.locator('.ac-adaptiveCard textarea').last().fill(capture);
    await reporter.getByRole('button', { name: 'Send the text' }).last().click();
    await reporter.getByText('Windows couldn’t confirm that it is you').last().waitFor();
    await reporter.getByText('Who fixes it?').last().waitFor({ timeout: 30_000 });
    await reporter.getByRole('button', { name: 'Why we think so' }).last().click();
    await reporter.getByText('What speaks for it').last().waitFor();
    await reporter.screenshot({ path: join(pictures, 'reporter-diagnosis.png') });
    await agent.getByText('No sign-in token: credential', { exact: false }).or(agent.getByText(/Diagnosed/)).first().waitFor();
    await agent.screenshot({ path: join(pictures, 'agent-diagnosed.png') });
  });

  it('opens a case for somebody else when an agent asks', async () => {
    const box = agent.locator('div[role=textbox]').first();
    await box.click();
    await agent.keyboard.type('@');
    await agent.getByRole('menuitem').first().click();
    await agent.keyboard.type(' open case for mara.lindqvist@contoso.com');
    await agent.getByRole('button', { name: 'Post', exact: true }).click();
    await agent.getByText('Device record deleted').first().waitFor({ timeout: 30_000 });
    await agent.screenshot({ path: join(pictures, 'agent-opened-for.png') });
  });

  it('raises no error in the page', () => {
    assert.deepEqual(faults, []);
  });
});

/** Ports nobody listens on at this moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
