import type { SecretKind } from './secrets.ts';

/** What a message means. */
export type Wish =
  /** A text of `dsregcmd /status`, whole or in part. */
  | { readonly kind: 'capture' }
  /** Something that must not be kept; `reports` when the rest of it tells of trouble. */
  | { readonly kind: 'secret'; readonly secret: SecretKind; readonly reports: boolean }
  /** Trouble with signing in; perhaps a question with it. */
  | { readonly kind: 'report'; readonly codes: readonly string[]; readonly topic?: string }
  | { readonly kind: 'advice'; readonly topic: string }
  /** About another laptop of theirs. */
  | { readonly kind: 'other-device' }
  | { readonly kind: SimpleWish };

export type SimpleWish =
  | 'empty'
  | 'too-long'
  | 'solved'
  | 'status'
  | 'help'
  | 'start-over'
  | 'cancel'
  | 'thanks'
  | 'greeting'
  | 'emoji'
  | 'yes'
  | 'no'
  /** They cannot paste: the questions instead. */
  | 'questions'
  /** They did something and want to know whether it helped. */
  | 'recheck'
  | 'person'
  /** Long, and nothing in it that we know. */
  | 'paste'
  | 'unclear';
