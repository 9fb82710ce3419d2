/** The longest message that is looked at; the front door lets less through. */
export const LONGEST_TEXT = 256 * 1024;
/** What somebody means is in the beginning. */
const LOOKED_AT = 2_000;

/** Lower case, straight quotes, single blanks: what the patterns are written for. */
export function plainText(text: string): string {
  return text
    .slice(0, LOOKED_AT)
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\b(can|won|don|doesn|didn|isn|wasn|aren|couldn|wouldn|haven|hasn) ?t\b/g, "$1't")
    .replace(/\b(can|do|does|did|is|was|are|could|would|have|has) not\b/g, "$1n't")
    .replace(/\bcann't\b|\bcannot\b/g, "can't");
}
