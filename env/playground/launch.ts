import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startChild, type Child } from '../child.ts';
import { playgroundConfig, type PlaygroundPlace } from './config.ts';

export interface Playground {
  readonly url: string;
  readonly place: PlaygroundPlace;
  stop(): Promise<void>;
}

/**
 * Starts one Playground, silent on the network but for the bot.
 * It takes a random port without a word when the wanted one is busy, so the port is read from what it prints.
 * @param port 0 for any
 */
export async function launchPlayground(options: {
  readonly place: PlaygroundPlace;
  readonly botEndpoint: string;
  readonly port: number;
  readonly dataDir: string;
}): Promise<Playground> {
  const folder = join(options.dataDir, 'playground', options.place.person.aadObjectId);
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'config.json');
  writeFileSync(configFile, JSON.stringify(playgroundConfig(options.place), null, 1));

  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const child: Child = startChild({
    name: `Playground of ${options.place.person.name}`,
    args: [cli, 'start', '-e', options.botEndpoint, '-c', 'msteams', '-p', String(options.port), '--disable-telemetry'],
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    readyLine: /Listening on (\d+)/,
    readyWithinMs: 30_000,
  });
  const [, port] = await child.ready;
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/_debug/ping`);
  return { url, place: options.place, stop: () => child.stop() };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
      if (response.ok) return;
    } catch {
      // not up yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}

/** What Teams does when the app is installed in a chat or channel: the bot hears of it and can speak first from then on. */
export async function installIn(playground: Playground, conversationId: string): Promise<void> {
  const query = new URLSearchParams({ conversationId, type: 'install' });
  const template = await fetch(`${playground.url}/_internal/v1/customActivities/template?${query.toString()}`, {
    signal: AbortSignal.timeout(5_000),
  });
  await fetch(`${playground.url}/_internal/v1/customActivities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await template.text(),
    signal: AbortSignal.timeout(10_000),
  });
}
