import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { freshCapture, lastingCapture } from '../../env/sandbox/captures.ts';
import { cast } from '../../env/sandbox/people.ts';
import { rig } from './support.ts';

const now = new Date('2026-05-04T09:10:11Z');
const unix = (text: string): string => text.replaceAll('\r\n', '\n');
const value = (text: string, name: string): string | undefined =>
  new RegExp(`^ *${name} : ?(.*)$`, 'm').exec(unix(text))?.[1]?.trim();

describe('sandbox: captures', () => {
  const t = rig();

  it('lie in the repository as the stories print them', () => {
    const folder = new URL('../../env/sandbox/captures/', import.meta.url);
    for (const { slug } of cast) {
      assert.equal(
        unix(readFileSync(new URL(`${slug}.txt`, folder), 'utf8')),
        unix(lastingCapture(slug) ?? ''),
        `${slug}: run node env/sandbox/captures/write.ts`,
      );
    }
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    assert.deepEqual(texts.sort(), cast.map(({ slug }) => `${slug}.txt`).sort());
  });

  it('keep the real layout: rulers of 72, names ending in column 26, only known sections', () => {
    for (const { slug } of cast) {
      const lines = (freshCapture(slug, { now, seededAt: now }) ?? '').split('\r\n');
      const rulers = lines.filter((line) => line.startsWith('+'));
      assert.ok(rulers.length >= 12 && rulers.every((line) => line === `+${'-'.repeat(70)}+`), slug);
      for (const line of lines.filter((text) => text.startsWith('|'))) assert.equal(line.length, 72);
      for (const line of lines.filter((text) => text.includes(' :') && !text.startsWith('|'))) {
        assert.equal(line.slice(0, line.indexOf(' :')).length, 26, line);
      }
      assert.match(lines.at(-2) ?? '', /^For more information/);
    }
  });

  it('carry nothing that ages in the repository', () => {
    for (const { slug } of cast) {
      const text = lastingCapture(slug) ?? '';
      assert.doesNotMatch(text, /PrtUpdateTime|PrtExpiryTime|Previous Prt Attempt|Client Time|Previous Registration/);
    }
  });

  it('are dated now when served by the sandbox', async () => {
    t.sandbox.setClock(new Date('2027-02-03T04:05:06Z'));
    const text = await (await fetch(`${t.sandbox.url}/_captures/not-compliant`)).text();
    assert.match(value(text, 'AzureAdPrtUpdateTime') ?? '', /^2027-02-03 02:5/);
    assert.match(value(text, 'AzureAdPrtExpiryTime') ?? '', /^2027-02-17 02:5/);
    const prejoin = await (await fetch(`${t.sandbox.url}/_captures/hybrid-sync.txt`)).text();
    assert.match(value(prejoin, 'Client Time') ?? '', /^2027-02-03 04:05/);
    assert.equal((await t.control('GET', '/_captures/nobody')).status, 404);
    assert.equal((await t.control('GET', '/_captures')).body.length, cast.length);
  });

  it('show the fast clock of the clock-skew laptop only when fresh', () => {
    const attempt = value(freshCapture('clock-skew', { now, seededAt: now }) ?? '', 'Previous Prt Attempt');
    assert.ok(new Date(`${attempt?.replace(' UTC', 'Z').replace(' ', 'T')}`).getTime() > now.getTime() + 5 * 60_000);
  });

  it('agree with the tenant about device id, thumbprint and tenant', async () => {
    for (const { slug, deviceId } of cast) {
      const text = freshCapture(slug, { now: t.sandbox.now(), seededAt: t.sandbox.now() }) ?? '';
      const printed = value(text, 'DeviceId') ?? value(text, 'WorkplaceDeviceId');
      if (printed === undefined) continue;
      if (slug !== 'guest') assert.equal(printed, deviceId, slug);
      assert.equal(
        value(text, 'TenantId') === t.sandbox.tenantId || value(text, 'WorkplaceTenantId') === t.sandbox.tenantId,
        slug !== 'guest',
        slug,
      );
      const { status, body } = await t.ask(`/devices(deviceId='${printed}')`);
      if (status === 404) continue;
      const key = Buffer.from(body.alternativeSecurityIds[0].key, 'base64').toString('utf16le');
      const thumbprint = value(text, 'Thumbprint') ?? value(text, 'WorkplaceThumbprint');
      assert.equal(key.startsWith(`X509:<SHA1-TP-PUBKEY>${thumbprint}`), slug !== 'certificate', slug);
    }
  });
});
