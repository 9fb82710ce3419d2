import { decode } from 'html-entities';
import type { TeamsActivity } from './activity.ts';

/**
 * What a person wrote, as lines of text: the mention of the bot taken out, HTML undone, line breaks kept. Teams sends a text
 * and, for anything formatted or pasted, the same again as HTML; whichever has kept more lines is used.
 */
export function plainText(activity: TeamsActivity): string {
  const fromText = undoText(activity);
  const html = activity.attachments.find((attachment) => attachment.contentType === 'text/html')?.content;
  if (typeof html !== 'string' || html === '') return fromText;
  const fromHtml = undoHtml(withoutMentions(html, activity));
  return lines(fromHtml) > lines(fromText) || fromText === '' ? fromHtml : fromText;
}

const lines = (text: string): number => text.split('\n').length;

function undoText(activity: TeamsActivity): string {
  const text = withoutMentions(activity.text ?? '', activity);
  return activity.textFormat === 'xml' ? undoHtml(text) : tidy(decode(text));
}

/** Takes out what stands for the bot itself; other people's names stay, without their tags. */
function withoutMentions(text: string, activity: TeamsActivity): string {
  const mentions = activity.entities.filter(
    (entity) => entity.type === 'mention' && entity.mentioned?.id === activity.recipient?.id,
  );
  let rest = text;
  for (const mention of mentions) if (mention.text) rest = rest.replaceAll(mention.text, '');
  const name = activity.recipient?.name;
  return rest.replace(/<at\b[^<>]*>([^<]*)<\/at>/gi, (_whole, who: string) =>
    mentions.length > 0 && decode(who) === name ? '' : who,
  );
}

const block = /<\/(?:p|div|li|tr|h[1-6]|pre|blockquote|table|ul|ol)>/gi;

/**
 * HTML as Teams' compose box makes it. Linear in its length, whatever it holds: no pattern goes back over what it has passed,
 * which is why none of them runs across a `<`.
 */
export function undoHtml(html: string): string {
  const text = withoutQuotedMessages(html)
    .replace(/<attachment\b[^<>]*>(?:<\/attachment>)?/gi, '')
    .replace(/<img\b[^<>]*>/gi, (image) =>
      /schema\.skype\.com\/Emoji/i.test(image) ? (/\balt="([^"]*)"/i.exec(image)?.[1] ?? '') : '',
    )
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(block, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return tidy(decode(text));
}

/** An answer to a message quotes it in full: that was said before, and maybe by somebody else. */
function withoutQuotedMessages(html: string): string {
  const opening = /<blockquote\b[^<>]*>/gi;
  let kept = '';
  let from = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    // Looked for in the tag that was found, and not by the pattern: that would go back over a tag that names it many times.
    if (!/schema\.skype\.com\/Reply/i.test(match[0])) continue;
    const end = html.indexOf('</blockquote>', opening.lastIndex);
    if (end === -1) break;
    kept += html.slice(from, match.index);
    from = end + '</blockquote>'.length;
    opening.lastIndex = from;
  }
  return kept + html.slice(from);
}

function tidy(text: string): string {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .split('\n')
    .map((row) => row.trimEnd());
  const first = rows.findIndex((row) => row !== '');
  return first === -1 ? '' : rows.slice(first, rows.findLastIndex((row) => row !== '') + 1).join('\n');
}
