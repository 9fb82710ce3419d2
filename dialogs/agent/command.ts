/** What a helpdesk agent asks of the bot in the triage channel. */
export type Command =
  | { readonly kind: 'open-case-for'; readonly who: string; readonly words: string }
  /** `rest` is what was pasted with the number, such as the output of an elevated run. */
  | { readonly kind: 'case'; readonly number: number; readonly rest: string }
  | { readonly kind: 'open-cases' }
  | { readonly kind: 'help' }
  | { readonly kind: 'unclear' };

const OPEN_FOR = /^\s*(?:please\s+)?(?:open|create|start|raise|log|new)\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:case|ticket)\s+(?:for|on behalf of|about)\s+([\s\S]+)$/i;
/** Bounded and begun at a border: a long word without an `@` in it is passed over once, not once for each of its letters. */
const ADDRESS = /(?<![^\s<>()"',;:|])[^\s<>()"',;:|@]{1,64}@[^\s<>()"',;:|@]{1,255}/;
const NUMBER = /^\s*(?:please\s+)?(?:show\s+)?(?:me\s+)?(?:case|ticket|#)\s*(?:no\.?|number|nr\.?)?\s*#?(\d{1,9})\b\s*[:,.-]?([\s\S]*)$/i;
const OPEN_CASES = /^\s*(?:please\s+)?(?:show\s+|list\s+)?(?:me\s+)?(?:all\s+)?(?:the\s+)?(?:open\s+)?(?:cases|tickets|queue|list|status|overview)[\s.!?]*$/i;
const HELP = /^\s*(?:\/?help|\?|commands?|what can you do|hi|hello|hey)[\s.!?]*$/i;

/** Pure. `text` without the mention of the bot. */
export function agentCommand(text: string): Command {
  const openFor = OPEN_FOR.exec(text);
  if (openFor) return forWhom((openFor[1] ?? '').trim());
  const numbered = NUMBER.exec(text);
  if (numbered) return { kind: 'case', number: Number(numbered[1]), rest: (numbered[2] ?? '').trim() };
  if (OPEN_CASES.test(text)) return { kind: 'open-cases' };
  return { kind: HELP.test(text) || text.trim() === '' ? 'help' : 'unclear' };
}

/** An address anywhere in it is the person, the rest their words; without one, what stands before a colon or line end. */
function forWhom(rest: string): Command {
  const address = ADDRESS.exec(rest);
  if (address) {
    const who = address[0].replace(/\.{1,9}$/, '');
    const words = rest.slice(address.index + address[0].length).replace(/^[\s:;,)>|-]+/, '');
    return { kind: 'open-case-for', who, words: words.trim() };
  }
  const [who = '', ...words] = rest.split(/[:\n]/);
  return { kind: 'open-case-for', who: who.trim().slice(0, 120), words: words.join(' ').trim() };
}
