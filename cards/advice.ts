import { face, type Shown } from './draw.ts';
import type { Frame } from './frame.ts';
import template from './advice.json' with { type: 'json' };
import { isAllowedLink } from './text/links.ts';
import { plain, plainOr } from './text/plain.ts';

/** An answer to "should I …?": what to do instead, why, and where Microsoft says so. */
export interface Advice {
  readonly title: string;
  readonly body: readonly string[];
  /** What the published guide says about it, when that helps to believe us. */
  readonly guideLine?: string;
  /** Only Microsoft's own pages are linked; any other address is left out. */
  readonly learnMore?: { readonly title: string; readonly url: string };
}

export interface AdviceView {
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly guide: readonly { readonly text: string }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

export function advice({ title, body, guideLine, learnMore }: Advice): AdviceView {
  return {
    title: plainOr(title, 'Good question', 120),
    paragraphs: body.slice(0, 8).map((text) => ({ text: plain(text, 600) })).filter(({ text }) => text !== ''),
    guide: guideLine === undefined ? [] : [{ text: `The CAA50021 guide: ${plain(guideLine, 400)}` }],
    links: learnMore && isAllowedLink(learnMore.url) ? [{ title: plainOr(learnMore.title, 'Read more', 40), url: learnMore.url }] : [],
  };
}

const draw = face<AdviceView>(template);

export function adviceCard(given: Advice, frame: Frame): Shown {
  const view = advice(given);
  return draw(view, `${view.title}. ${view.paragraphs[0]?.text ?? ''}`, frame);
}
