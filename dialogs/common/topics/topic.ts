/** A question people ask beside the case, and our answer. All of it is read by the reporter, in their chat. */
export interface Topic {
  readonly id: string;
  /** Matched against lower-case text with straight quotes and single blanks. */
  readonly asked: readonly RegExp[];
  readonly title: string;
  /** Two or three short paragraphs. */
  readonly body: readonly string[];
  /** One line where we leave the published guide, or agree with it: what it proposes, what we show, and why. */
  readonly guideLine?: string;
  readonly learnMore: { readonly title: string; readonly url: string };
}
