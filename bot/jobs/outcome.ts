/** How a chore ended, for whoever runs the queue. A thrown error is our own mistake and is tried again by the queue. */
export type Outcome =
  | { readonly kind: 'done' }
  /** The outside world asks for patience: the same job again, not before so long. */
  | { readonly kind: 'later'; readonly retryAfterMs: number };

export const done: Outcome = { kind: 'done' };
