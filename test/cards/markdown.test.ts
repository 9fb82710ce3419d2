import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { nodes } from './helpers/stock.ts';
import { pictures } from './helpers/pictures.ts';
import { generated } from './helpers/generated.ts';
import { reporterCard, triageCard } from '../../cards/index.ts';
import { frame, now } from './helpers/cases.ts';

const markdown = markdownIt();

describe('our own sentences', () => {
  it('read the same to a client that draws Markdown and to one that does not', () => {
    const cards = [...Object.values(pictures()), ...generated().flatMap((c) => [reporterCard(c, frame, now), triageCard(c, frame, now)])];
    for (const { card } of cards) {
      for (const { type, text } of nodes(card)) {
        if (type !== 'TextBlock') continue;
        const html = markdown.render(text as string);
        assert.equal(html, `<p>${markdown.utils.escapeHtml(text as string)}</p>\n`);
      }
    }
  });
});
