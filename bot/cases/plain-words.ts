/** How much of the first message is kept and shown. */
const LONGEST = 300;

/**
 * What somebody wrote, fit to be shown to somebody else: one line, no control or direction-changing characters, at most
 * 300 characters. It stays untrusted text and never becomes markup.
 */
export function plainWords(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...line];
  return points.length <= LONGEST ? line : `${points.slice(0, LONGEST - 1).join('')}…`;
}
