import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChild, type Child } from './child.ts';
import { lobbyGuests, placeOf, slugs, type ContosoPlace } from './contoso-playground.ts';
import { installIn, launchPlayground, type Playground } from './playground/launch.ts';
import { openLobby } from './playground/lobby.ts';

/**
 * `npm start`: the whole story on one machine. A made-up tenant, the bot, and Teams as three people see it, none of it
 * reaching further than this machine. `--as <name>` chooses the reporter; Ctrl-C stops everything.
 */
const { values: flags } = parseArgs({
  options: { as: { type: 'string', default: 'record-deleted' }, help: { type: 'boolean', default: false } },
});
if (flags.help || !slugs().includes(flags.as)) {
  console.log(`npm start [-- --as NAME]\n\nNAME is the reporter: ${slugs().join(', ')}`);
  process.exit(flags.help ? 0 : 2);
}

const settings = process.env;
const dataDir = settings['DATA_DIR'] ?? '.data';
const ports = {
  sandbox: Number(settings['SANDBOX_PORT'] ?? 4443),
  bot: Number(settings['PORT'] ?? 3978),
  lobby: Number(settings['LOBBY_PORT'] ?? 56149),
  playgrounds: Number(settings['PLAYGROUND_PORT'] ?? 56150),
};
const children: { stop(): Promise<void> }[] = [];
let isStopping = false;

async function stopAll(code: number): Promise<never> {
  if (!isStopping) {
    isStopping = true;
    // last started, first stopped: the bot says goodbye while Teams and the tenant still listen
    for (const child of [...children].reverse()) await child.stop();
  }
  process.exit(code);
}
process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));

/** A child that ends by itself takes the rest with it: half a story would only puzzle. */
function keep(child: Child): Child {
  children.push(child);
  child.process.once('exit', (code) => {
    if (isStopping) return;
    console.error(`${child.name} has stopped (code ${String(code)}); stopping the rest.`);
    void stopAll(1);
  });
  return child;
}

async function main(): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const certDir = join(dataDir, 'sandbox');
  const sandbox = keep(
    startChild({
      name: 'The sandbox tenant',
      args: ['env/sandbox/index.ts'],
      env: { SANDBOX_PORT: String(ports.sandbox), SANDBOX_CERT_DIR: certDir },
      readyLine: /ready at (https:\S+)/,
      readyWithinMs: 30_000,
    }),
  );
  const [, tenantUrl = ''] = await sandbox.ready;

  const contoso: ContosoPlace = {
    tenantId: 'c0470500-5a4d-4b0c-9c0a-c0470500b0cc',
    botAppId: 'b07b07b0-0000-4000-8000-00000000b071',
    triageChannelId: '19:caa50021triage@thread.tacv2',
  };
  const bot = keep(
    startChild({
      name: 'The bot',
      args: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', 'bot/index.ts'],
      env: {
        APP_ENV: 'sandbox',
        PORT: String(ports.bot),
        AUTHORITY_HOST: tenantUrl,
        GRAPH_BASE_URL: tenantUrl,
        DATA_DIR: join(dataDir, 'bot'),
        NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
        NODE_EXTRA_CA_CERTS: join(certDir, 'cert.pem'),
      },
      readyLine: /"port":(\d+).*The bot is listening/,
      readyWithinMs: 60_000,
      onLine: (line, stream) => {
        if (stream === 'err' || /"level":(50|60|"error"|"fatal")/.test(line)) console.error(line);
      },
    }),
  );
  const [, botPort = ''] = await bot.ready;
  const botEndpoint = `http://127.0.0.1:${botPort}/api/messages`;

  const playgrounds = new Map<string, Promise<Playground>>();
  const open = (slug: string, port = 0): Promise<Playground> => {
    const known = playgrounds.get(slug);
    if (known) return known;
    const place = placeOf(slug, contoso);
    if (!place) return Promise.reject(new Error(`Nobody at Contoso is called ${slug}.`));
    const opening = launchPlayground({ place, botEndpoint, port, dataDir }).then((playground) => {
      children.push(playground);
      return playground;
    });
    playgrounds.set(slug, opening);
    opening.catch(() => playgrounds.delete(slug));
    return opening;
  };
  const [reporter, agent, admin] = await Promise.all([
    open(flags.as, ports.playgrounds),
    open('agent', ports.playgrounds + 1),
    open('cloud-device', ports.playgrounds + 2),
  ]);
  await installIn(agent, contoso.triageChannelId);
  const lobby = await openLobby({
    port: ports.lobby,
    guests: () => lobbyGuests(join(certDir, 'captures')),
    open: async (slug) => (await open(slug)).url,
  });
  children.push(lobby);

  console.log(welcome({ reporter, agent, admin, lobbyUrl: lobby.url, captures: join(certDir, 'captures') }));
}

function welcome(story: { reporter: Playground; agent: Playground; admin: Playground; lobbyUrl: string; captures: string }): string {
  const line = (who: string, playground: Playground): string => `   ${who.padEnd(9)}${playground.place.person.name.padEnd(18)}${playground.url}`;
  return `
The helpdesk bot is running. Contoso is invented, and nothing leaves this machine.

1. Open these pages first, each is one person's Teams:
${line('Reporter', story.reporter)}   → Personal Chat
${line('Agent', story.agent)}   → channel "CAA50021 triage"
${line('Admin', story.admin)}

2. As the reporter, write:   CAA50021
   (also: I can't sign in · help · status · should I clear cookies?)

3. If the bot asks for the laptop's output, paste this file:
   ${join(story.captures, `${flags.as}.txt`)}

Everybody else one can be, one for each cause, with their outputs to copy:   ${story.lobbyUrl}
Ctrl-C stops everything.
`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stopAll(1);
});
