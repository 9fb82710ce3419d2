import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { openGraph, type Graph, type GraphOptions } from '../../bot/graph/client.ts';
import { cast } from '../../env/sandbox/people.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../env/sandbox/server.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A sandbox of the test's own, whose certificate this process believes from now on. */
export async function startTrustedSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(sandbox.certPath, 'utf8')]);
  return sandbox;
}

/** The window as the product opens it: by address and credential only. */
export const openWindow = (sandbox: Sandbox, more: Partial<GraphOptions> = {}): Graph =>
  openGraph({
    baseUrl: sandbox.url,
    authorityHost: sandbox.url,
    tenantId: sandbox.tenantId,
    clientId: sandbox.clientId,
    credential: { kind: 'secret', secret: sandbox.clientSecret },
    log: silent,
    clock: () => sandbox.now(),
    ...more,
  });

/** Budgets wide open, for tests about something else; the sandbox must be told `throttling: false`. */
export const openRates = Object.fromEntries(
  (['reports', 'conditional-access', 'identity', 'intune-devices', 'intune-other'] as const).map((service) => [service, { units: 100_000, windowMs: 1_000 }]),
);

export function person(slug: string) {
  const found = cast.find((one) => one.slug === slug);
  if (!found) throw new Error(`Contoso has no ${slug}.`);
  return found;
}

/** Whom the case is about, as the bot knows it after a paste. */
export const subjectOf = (slug: string) => {
  const { aadObjectId, deviceId, deviceName } = person(slug);
  return { userId: aadObjectId, ...(deviceId && { deviceIds: [deviceId] }), ...(deviceName && { deviceNames: [deviceName] }) };
};
