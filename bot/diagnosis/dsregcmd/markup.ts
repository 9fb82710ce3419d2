/** Takes HTML, entities and Markdown decoration out of a pasted text without touching values such as `<redacted>`. */
import { decode } from 'html-entities';

const lineBreak = /<(?:br|hr)\s{0,9}\/?>|<\/(?:p|div|li|tr|h[1-6]|pre|ul|ol|table|dt|dd|blockquote|section|article)>/gi;
const cellEnd = /<\/t[dh]>/gi;
const tag =
  /<\/?(?:a|article|attachment|at|b|blockquote|body|br|center|code|codeblock|col|colgroup|dd|details|div|dl|dt|em|font|head|h[1-6]|hr|html|i|img|kbd|li|mark|meta|o:p|ol|p|pre|s|samp|section|small|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?:\s[^<>]{0,400})?\/?>/gi;
const entity = /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/i;

/** Line-breaking tags become line ends, table cells are parted by `|`, other known tags go, entities become letters. */
export function removeMarkup(text: string): string {
  let plain = text;
  // Twice, because a page that shows its own source escapes the escapes.
  for (let round = 0; round < 2 && entity.test(plain); round++) plain = decode(plain, { scope: 'strict' });
  if (plain.includes('<')) plain = plain.replace(lineBreak, '\n').replace(cellEnd, ' | ').replace(tag, '');
  // Bold and code marks; a longer run of stars is a masked value.
  return plain.replace(/(?<!\*)\*\*(?!\*)|`+/g, '').replace(/\\([_*`[\]|-])/g, '$1');
}
