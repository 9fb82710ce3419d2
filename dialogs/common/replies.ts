import type { Shown } from '../../cards/index.ts';
import type { Reply } from '../turn.ts';

export const card = (shown: Shown): Reply => ({ kind: 'card', ...shown });
export const text = (words: string): Reply => ({ kind: 'text', text: words });
export const notice = (words: string): Reply => ({ kind: 'notice', text: words });
export const inPlace = (shown: Shown): Reply => ({ kind: 'replace', card: shown.card });

/** Nothing to say here: the case's own card comes through the outbox, or silence is the polite answer. */
export const nothing: readonly Reply[] = [];
