/** Every error code this house knows, one table per family of codes. */
import { type CodeEntry } from './code-entry.ts';
import { type CodeKind, type CodeRow } from './code-row.ts';
import * as client from './tables/client.ts';
import * as keyStore from './tables/key-store.ts';
import * as network from './tables/network.ts';
import * as registration from './tables/registration.ts';
import * as server from './tables/server.ts';
import * as signInStatus from './tables/sign-in-status.ts';

const tables: Record<CodeKind, readonly CodeRow[]> = {
  'caa-umbrella': client.caaUmbrella,
  'caa-broker': client.caaBroker,
  'caa-oauth': client.caaOauth,
  'caa-client': client.caaClient,
  'caa-http': client.caaHttp,
  'caa-network': client.caaNetwork,
  'caa-flow': client.caaFlow,
  aadsts: server.aadsts,
  'aadsts-wrapper': server.aadstsWrapper,
  'token-protection': server.tokenProtection,
  dsreg: registration.dsreg,
  kerberos: registration.kerberos,
  'mdm-enrolment': registration.mdmEnrolment,
  'network-hresult': network.networkHresult,
  winhttp: network.winhttp,
  time: network.time,
  'certificate-trust': network.certificateTrust,
  'prt-status': signInStatus.prtStatus,
  context: signInStatus.context,
  tpm: keyStore.tpm,
};

function entryOf(kind: CodeKind, row: CodeRow): [string, CodeEntry] {
  const [code, cause, strength, meaning, remedy, remarks = {}] = row;
  const { sub, also = [], confidence = 'documented', note } = remarks;
  return [code, { entry: 'code', code, kind, cause, also, strength, confidence, meaning, remedy, ...(sub && { sub }), ...(note && { note }) }];
}

/** Canonical spelling → entry. */
export const knownCodes: ReadonlyMap<string, CodeEntry> = new Map(
  Object.entries(tables).flatMap(([kind, rows]) => rows.map((row) => entryOf(kind as CodeKind, row))),
);
