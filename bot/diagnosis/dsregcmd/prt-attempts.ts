/** Reads the blocks of failed token attempts and finds out whose token each was about. */
import { type PrtAttempt } from '../capture.ts';
import { factsOf, known } from './facts.ts';
import { type PlacedRow } from './place-rows.ts';
import { readCode, readWord } from './values.ts';

interface Block {
  readonly kind: PrtAttempt['kind'];
  readonly prt?: PrtAttempt['prt'];
  readonly rows: PlacedRow[];
}

/**
 * A block belongs to the token line above it; the address it called settles doubts. Blocks come newest output last,
 * and a section printed twice keeps the blocks of its last printing.
 */
export function prtAttempts(rows: readonly PlacedRow[]): PrtAttempt[] {
  const blocks: Block[] = [];
  let prt: PrtAttempt['prt'] | undefined;
  for (const row of rows) {
    if (row.group === 'sso') {
      if (row.field.key.startsWith('azureadprt')) {
        // The token line itself opens the section: an earlier printing of it is superseded.
        if (row.field.key === 'azureadprt' && prt !== undefined) blocks.length = 0;
        prt = 'entra';
      } else if (row.field.key.startsWith('enterpr')) prt = 'enterprise';
    } else if (row.group === 'attempt') take(blocks, row, prt);
  }
  return blocks.map(attemptOf).filter((attempt) => attempt !== undefined);
}

function take(blocks: Block[], row: PlacedRow, prt: PrtAttempt['prt'] | undefined): void {
  const kind = row.field.name === 'AcquirePrtDiagnostics' ? 'acquire' : row.field.name === 'RefreshPrtDiagnostics' ? 'refresh' : undefined;
  if (kind) {
    // Only PRESENT is ever printed; a hand-typed "none" opens nothing.
    if (!/^(?:no|none|not|absent)\b/i.test(row.value)) blocks.push({ kind, ...(prt && { prt }), rows: [] });
    return;
  }
  const open = blocks.at(-1);
  const isNext = open?.rows.some((each) => each.field.key === row.field.key) && row.field.name === 'Previous Prt Attempt';
  if (!open || isNext || open.prt !== prt) blocks.push({ kind: 'acquire', ...(prt && { prt }), rows: [row] });
  // A server's description can name ids of its own below the block: what came first stays.
  else if (!open.rows.some((each) => each.field.key === row.field.key)) open.rows.push(row);
}

function attemptOf(block: Block): PrtAttempt | undefined {
  const facts = factsOf(block.rows, 'attempt');
  const endpointUri = facts.text('Endpoint URI');
  return known<PrtAttempt>({
    kind: block.kind,
    prt: ownerOf(endpointUri, block.prt),
    at: facts.time('Previous Prt Attempt'),
    attemptStatus: facts.read('Attempt Status', readCode),
    userIdentity: facts.text('User Identity'),
    credentialType: facts.text('Credential Type'),
    correlationId: facts.guid('Correlation ID'),
    endpointUri,
    httpMethod: facts.text('HTTP Method'),
    httpError: facts.read('HTTP Error', readCode),
    httpStatus: facts.number('HTTP status'),
    serverErrorCode: facts.read('Server ErrorCode', readWord),
    serverErrorDescription: facts.text('Server Error Description'),
  });
}

/** Entra never issues the enterprise token, and only AD FS answers at /adfs/oauth2 (its /adfs/services serve both). */
function ownerOf(endpointUri: string | undefined, above: PrtAttempt['prt'] | undefined): PrtAttempt['prt'] {
  const uri = endpointUri?.toLowerCase() ?? '';
  if (/^https?:\/\/(?:login|sts)\.(?:microsoftonline|windows|microsoft|chinacloudapi|partner)\b/.test(uri)) return 'entra';
  if (uri.includes('/adfs/oauth2')) return 'enterprise';
  return above ?? (uri.includes('/adfs') ? 'enterprise' : 'entra');
}
