/** What the verbs of the story need; whoever starts the house hands it in. */
import type { CaseStore, Clock, Directory, EvidenceReader } from './ports.ts';

export interface StoryRooms {
  readonly cases: CaseStore;
  readonly clock: Clock;
}

export interface GatherRooms extends StoryRooms {
  readonly directory: Directory;
  readonly evidence: EvidenceReader;
}
