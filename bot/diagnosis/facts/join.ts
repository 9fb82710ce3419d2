import type { Capture, JoinType } from '../capture.ts';
import { joinType } from '../dsregcmd/join-type.ts';

/** The newest capture that shows a join type; an older one helps out when the newest shows none. */
export function joinTypeOf(captures: readonly Capture[]): JoinType {
  const shown = captures.map((capture) => joinType(capture)).filter((type) => type !== 'unknown');
  return shown.at(-1) ?? 'unknown';
}
