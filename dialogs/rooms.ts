/** The rooms a listener may enter, handed in by whoever starts the house. */
import type { CaseStore, Clock, Directory, EvidenceReader, PostStore } from '../bot/cases/ports.ts';
import type { Frame } from '../cards/frame.ts';

export type { CardJson } from '../bot/cases/ports.ts';
export type { Case, Person } from '../bot/cases/case.ts';

export interface Rooms {
  readonly cases: CaseStore;
  readonly posts: PostStore;
  readonly directory: Directory;
  readonly evidence: EvidenceReader;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly frame: Frame;
}
