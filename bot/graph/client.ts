import type { TokenCredential } from '@azure/identity';
import { openBudgets, type Budgets, type Rate } from './budgets.ts';
import { openCredential, type ReaderCredential } from './credential.ts';
import { openDispatcher } from './batch.ts';
import type { GraphLog } from './log.ts';
import type { Service } from './part.ts';
import { openReader, type Reader } from './read.ts';
import { openTenantCache, type TenantCache } from './tenant-cache.ts';
import { openTokenSource, type TokenSource } from './token-source.ts';
import { openTransport } from './transport.ts';

/** The window on Entra and Intune: it reads, app-only, and never writes. */
export interface Graph {
  readonly read: Reader;
  readonly tenant: TenantCache;
  readonly budgets: Budgets;
  readonly tokens: TokenSource;
  readonly clock: () => Date;
  readonly log: GraphLog;
  /** Ends what is under way; answers still awaited become `unavailable`. */
  close(): void;
}

export interface GraphOptions {
  /** `https://graph.microsoft.com`, a national cloud's, or the sandbox's; the only host that is ever asked. */
  readonly baseUrl: string;
  /** `https://login.microsoftonline.com` or another authority. */
  readonly authorityHost: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: ReaderCredential;
  readonly log: GraphLog;
  readonly clock: () => Date;
  readonly fetch?: typeof fetch;
  /** Defaults to `.default` of the Graph of that cloud. */
  readonly scope?: string;
  /** Rates other than Microsoft's published ones. */
  readonly rates?: Partial<Record<Service, Rate>>;
  readonly random?: () => number;
  /** Another source of tokens than the credential above. */
  readonly tokenCredential?: TokenCredential;
}

const microsoftGraphs = ['graph.microsoft.com', 'graph.microsoft.us', 'dod-graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'];

/** Opens the window. Nothing is asked yet. @throws TypeError when an address is not https. */
export function openGraph(options: GraphOptions): Graph {
  const { log, clock } = options;
  const base = new URL(options.baseUrl);
  const scope = options.scope ?? `https://${microsoftGraphs.includes(base.hostname) ? base.hostname : 'graph.microsoft.com'}/.default`;
  const tokens = openTokenSource(options.tokenCredential ?? openCredential(options), scope, log);
  const closing = new AbortController();
  const transport = openTransport({ baseUrl: options.baseUrl, tokens, fetch: options.fetch, closing: closing.signal });
  const budgets = openBudgets(options.rates);
  const dispatch = openDispatcher(transport, (part, deadline) => budgets[part.service].acquire(part.units ?? 1, deadline));
  const read = openReader({ dispatch, budgets, forgetToken: () => tokens.forget(), clock, random: options.random ?? Math.random, log, origin: base.origin });
  const tenant = openTenantCache(closing.signal);
  return {
    read,
    tenant,
    budgets,
    tokens,
    clock,
    log,
    close() {
      closing.abort();
      tenant.clear();
    },
  };
}

/** Something each window has one of, made when first wanted (the pools of the log queries). */
export function perGraph<T>(make: (graph: Graph) => T): (graph: Graph) => T {
  const made = new WeakMap<Graph, T>();
  return (graph) => {
    const known = made.get(graph) ?? make(graph);
    made.set(graph, known);
    return known;
  };
}
