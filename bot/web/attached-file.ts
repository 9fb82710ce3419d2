import type { AttachedFile } from '../../dialogs/turn.ts';
import { isHostOf, isLoopbackHost } from '../settings/clouds.ts';
import { asRecord, type TeamsAttachment } from './activity.ts';

export const fileContentType = 'application/vnd.microsoft.teams.file.download.info';
const maxBytes = 1024 * 1024;
const maxRedirects = 3;

/** From which hosts a file may be fetched. */
export interface FileRules {
  readonly isLocal: boolean;
  readonly fileHosts: readonly string[];
  readonly withinMs?: number;
}

/**
 * A file as Teams attaches it: a link that opens without credentials for a few minutes. The link was written by the client,
 * so it is followed only to where Teams keeps files, and nothing of ours is sent along.
 */
export function attachedFile(attachment: TeamsAttachment, rules: FileRules): AttachedFile {
  const { downloadUrl, fileType } = asRecord(attachment.content);
  return {
    name: (attachment.name ?? 'file').slice(0, 255),
    contentType: typeof fileType === 'string' ? fileType.slice(0, 100) : '',
    fetch: async () => {
      try {
        return await download(
          typeof downloadUrl === 'string' ? downloadUrl : '',
          rules,
          AbortSignal.timeout(rules.withinMs ?? 8_000),
        );
      } catch {
        return { kind: 'unreachable' };
      }
    },
  };
}

async function download(address: string, rules: FileRules, signal: AbortSignal): ReturnType<AttachedFile['fetch']> {
  let url = address;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    if (!isAllowed(url, rules)) return { kind: 'refused' };
    const response = await fetch(url, { redirect: 'manual', credentials: 'omit', signal });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = new URL(location, url).href;
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'unreachable' };
    }
    return readUpTo(response, maxBytes);
  }
  return { kind: 'refused' };
}

function isAllowed(address: string, rules: FileRules): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (rules.isLocal) return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname);
  return protocol === 'https:' && port === '' && isHostOf(rules.fileHosts, hostname);
}

async function readUpTo(response: Response, limit: number): ReturnType<AttachedFile['fetch']> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted as it comes, inflated or not: a Content-Length can lie and a small body can be a large file.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: new Uint8Array(Buffer.concat(chunks, size)) };
}
