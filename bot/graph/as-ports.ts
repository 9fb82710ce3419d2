import type { Directory, EvidenceReader } from '../cases/ports.ts';
import type { Graph } from './client.ts';
import { findUser, whoIs } from './directory.ts';
import { gatherCase } from './gather-case.ts';

/** The directory as the story of a case wants it. */
export const directoryOf = (graph: Graph, deadlineMs = 4_000): Directory => ({
  async whoIs(aadObjectId) {
    const found = await whoIs(graph, aadObjectId, { deadlineMs });
    return found.kind === 'member' ? found : { kind: found.kind };
  },
  findUser: (nameOrAddress) => findUser(graph, nameOrAddress, { deadlineMs }),
});

/** The evidence as the story of a case wants it. */
export const evidenceReaderOf = (graph: Graph, deadlineMs = 20_000): EvidenceReader => ({
  gather: (subject, onProgress) => gatherCase(graph, subject, { deadlineMs, ...(onProgress && { onProgress }) }),
});
