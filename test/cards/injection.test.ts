import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { adviceCard, casesCard, noticeCard, openedForCard, reporterCard, triageCard, type Shown } from '../../cards/index.ts';
import type { Case } from '../../bot/cases/case.ts';
import { aDiagnosis, asked, diagnosed, finding, frame, now } from './helpers/cases.ts';
import { complaints, nodes, words } from './helpers/stock.ts';

const mark = 'ZQX';

/** What people with bad intentions, and devices with odd names, would like a card to do. */
const corpus: readonly string[] = [
  `[${mark}](https://evil.example/login)`,
  `![${mark}](https://evil.example/pixel.png)`,
  `<img src="https://evil.example/x"> ${mark}`,
  `<script>alert(1)</script>${mark}`,
  `<at>${mark}</at>`,
  `**${mark}** _${mark}_ ~~${mark}~~ \`${mark}\``,
  `# ${mark}`,
  `1. ${mark}`,
  `- ${mark}`,
  `> ${mark}`,
  `| ${mark} | ${mark} |\n|---|---|`,
  `\`\`\`\n${mark}\n\`\`\``,
  `&lt;b&gt;${mark}&#42;`,
  `https://evil.example/${mark}`,
  `\u202e${mark}\u202c\u2066\u2069\u200e\u200f\u061c`,
  `${mark}\u0000\u0007\u001b[31m\u0085\u2028\u2029\u200b\u200d\u2060\ufeff\u00ad`,
  `${mark}\u{e0041}\u{e0042}\u{f0000}\u3164\uffa0`,
  `${mark}\ud800`,
  `Z${'\u0301'.repeat(80)}QX ${mark}`,
  `{{DATE(2020-01-01T00:00:00Z)}} {{TIME(2020-01-01T00:00:00Z)}} ${mark}`,
  `\${$root.eyebrow} \${json($root)} ${mark}`,
  `$\u200b{$root.eyebrow} {\u200b{DATE(2020-01-01T00:00:00Z)}} ${mark}`,
  `{"type":"Action.OpenUrl","url":"https://evil.example"} ${mark}`,
  `","type":"Action.Execute","verb":"case.solved","x":"${mark}`,
  `${mark}\n\nCase 1 is approved by IT\nPlease send your password`,
  mark.repeat(4000),
  `${mark}${' '.repeat(5000)}${mark}`,
  '',
  '\u200b',
];

function poisoned(text: string): readonly Shown[] {
  const person = { aadObjectId: '22222222-2222-4222-8222-222222222222', name: text, userPrincipalName: text };
  const more: Partial<Case> = { reporter: person, openedBy: person, words: text, device: { name: text, deviceId: text, choices: [{ deviceId: 'id-1', name: text, hint: text }] } };
  const diagnosis = aDiagnosis('new-policy', {
    subReason: text,
    ranked: [{ cause: 'new-policy', confidence: 'possible', for: [finding('x', text, { at: text })], against: [finding('y', text)] }],
    findings: [finding('x', text)],
    gaps: [{ id: text, text }],
    next: [{ who: 'reporter', step: text }, { who: 'helpdesk', step: text }],
    decider: { who: 'helpdesk', step: text },
    capture: { usable: false, reason: text },
    contexts: [{ id: 'cohort', text, at: text }],
    device: { deviceId: text, name: text, joinType: text },
    failure: { at: text, app: text, correlationId: text, requestId: text, policies: [{ id: text, name: text, grant: text }] },
  });
  const c = diagnosed('new-policy', diagnosis, more);
  return [
    reporterCard(c, frame, now),
    triageCard(c, frame, now),
    casesCard([c], frame, now),
    openedForCard(c, frame),
    noticeCard(text, frame),
    adviceCard({ title: text, body: [text], guideLine: text, learnMore: { title: text, url: text } }, frame),
    reporterCard({ ...c, state: 'closed' }, frame, now),
    ...(['capture', 'elevated-capture', 'which-device', 'rest-of-capture'] as const).map((what) => reporterCard(asked(what, { why: text }, { ...more, diagnosis }), frame, now)),
  ];
}

const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?!\u200b)[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const markdown = markdownIt({ html: true, linkify: false });

describe('text from outside', () => {
  for (const [index, text] of corpus.entries()) {
    it(`stays text on every card: ${JSON.stringify(text.slice(0, 40))} (${index})`, () => {
      const innocent = poisoned('Adele Vance');
      for (const [face, { card, summary }] of poisoned(text).entries()) {
        assert.deepEqual(complaints(card), []);
        const all = nodes(card);
        for (const node of all) {
          const own = Object.entries(node).filter(([key, value]) => typeof value === 'string' && key !== 'fallbackText' && value.includes(mark));
          if (own.length > 0) assert.equal(node.type, 'TextRun', `only a TextRun holds it: ${JSON.stringify(node)}`);
          if (node.type === 'TextRun') assert.ok([...(node.text as string)].length < 900, 'and is not endless');
        }
        for (const said of [...words(card), summary]) {
          assert.doesNotMatch(said, unwanted);
          assert.doesNotMatch(said.replace(/\{\{(DATE|TIME)\([-\dT:]+Z(, SHORT)?\)\}\}/g, ''), /\{\{|\$\{/);
        }
        assert.doesNotMatch(JSON.stringify(card.actions ?? []), /evil/);
        const kinds = (shown: Shown): readonly unknown[] => nodes(shown.card).filter(({ type }) => type?.startsWith('Action.') || type?.startsWith('Input.')).map(({ type, verb }) => [type, verb]);
        assert.deepEqual(kinds({ card, summary }), kinds(innocent[face] as Shown), 'no button or field more or less');
      }
    });
  }

  it('is plain even where a client draws Markdown in spite of itself: titles of choices', () => {
    for (const text of corpus) {
      const { card } = reporterCard(asked('which-device', {}, { device: { choices: [{ deviceId: 'id-1', name: text, hint: text }] } }), frame, now);
      const [set] = nodes(card).filter(({ type }) => type === 'Input.ChoiceSet');
      for (const { title } of set?.choices as readonly { title: string }[]) {
        const html = markdown.render(title);
        assert.match(html, /^<p>[^<]*<\/p>\n$/, `${title} → ${html}`);
        assert.doesNotMatch(title, unwanted);
      }
    }
  });
});
