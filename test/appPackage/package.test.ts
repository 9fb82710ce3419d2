import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { makePackage } from '../../appPackage/build.ts';
import { readSettings, type PackageSettings } from '../../appPackage/settings.ts';
import { agentCommand } from '../../dialogs/agent/command.ts';
import { understand } from '../../dialogs/understand/understand.ts';
import { pixels, pngSize } from './helpers/png.ts';
import { environment } from './helpers/environment.ts';
import { unzip } from './helpers/unzip.ts';

interface Manifest {
  readonly id: string;
  readonly manifestVersion: string;
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly supportsFiles: boolean;
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly { readonly title: string; readonly description: string }[] }[];
  }[];
  readonly validDomains: readonly string[];
}

describe('the app package', () => {
  let files: ReadonlyMap<string, Buffer>;
  let manifest: Manifest;

  before(async () => {
    files = unzip(await makePackage(settings()));
    manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest;
  });

  it('holds the manifest and the two icons, and nothing else', () => {
    assert.deepEqual([...files.keys()].sort(), ['color.png', 'manifest.json', 'outline.png']);
  });

  it('is the same file for the same settings', async () => {
    assert.deepEqual(await makePackage(settings()), await makePackage(settings()));
  });

  it('has a manifest that Microsoft’s schema accepts, without asking the network', async () => {
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as never), []);
    assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema({ ...manifest, bots: [{ botId: 'x' }] } as never), [], 'the check does check');
  });

  it('leaves no place of the manifest unfilled', () => {
    assert.doesNotMatch(String(files.get('manifest.json')), /\$\{\{/);
    assert.equal(manifest.id, environment.MicrosoftAppId);
    assert.equal(manifest.bots[0]?.botId, environment.MicrosoftAppId);
  });

  it('is a bot for people and for teams that takes files', () => {
    assert.deepEqual(manifest.bots[0]?.scopes, ['personal', 'team']);
    assert.equal(manifest.bots[0]?.supportsFiles, true);
    assert.deepEqual(manifest.validDomains, []);
  });

  it('offers only commands the bot understands, as short as Teams shows them', () => {
    const [personal, team] = manifest.bots[0]?.commandLists ?? [];
    assert.deepEqual(personal?.commands.map(({ title }) => understand(title).kind), ['report', 'status', 'help', 'start-over']);
    assert.deepEqual(team?.commands.map(({ title }) => agentCommand(title === 'open case for' ? `${title} adele.vance@contoso.example` : title).kind), ['open-case-for', 'open-cases', 'help']);
    for (const { title, description } of [...(personal?.commands ?? []), ...(team?.commands ?? [])]) {
      assert.ok(title.length <= 32 && description.length <= 128, title);
    }
  });

  it('has icons of the sizes Teams asks for; the outline is white on nothing', () => {
    assert.deepEqual(pngSize(files.get('color.png')), { width: 192, height: 192 });
    assert.deepEqual(pngSize(files.get('outline.png')), { width: 32, height: 32 });
    const { white, other, clear } = pixels(files.get('outline.png') as Buffer);
    assert.equal(other, 0, 'no colour but white');
    assert.ok(white > 60 && clear > 600, `${white} white, ${clear} transparent`);
  });

  it('is refused in one sentence a setting when something is missing', async () => {
    const script = new URL('../../appPackage/build.ts', import.meta.url).pathname;
    const { code, stderr } = await run(script, { PATH: process.env.PATH, APP_ENV: 'none-such' });
    assert.equal(code, 1);
    assert.match(stderr, /^MicrosoftAppId is missing: /m);
    assert.doesNotMatch(stderr, /at .*\.ts:\d+/);
  });
});

function settings(): PackageSettings {
  const read = readSettings(environment, '0.1.0');
  assert.ok('settings' in read);
  return read.settings;
}

function run(script: string, env: NodeJS.ProcessEnv): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script], { env, timeout: 15_000 }, (_error, _stdout, stderr) => resolve({ code: child.exitCode ?? -1, stderr }));
  });
}
