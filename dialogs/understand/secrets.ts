/** What must never be kept, however well it was meant. */
export type SecretKind = 'recovery-key' | 'password' | 'pass' | 'token';

/** A BitLocker recovery key: eight groups of six digits. */
const RECOVERY_KEY = /(?<!\d)\d{6}(?:[\s\u2010-\u2015-]{1,3}\d{6}){7}(?!\d)|(?<!\d)\d{48}(?!\d)/;
/** A signed token: three parts, the first two of them JSON. */
const TOKEN = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/;
const TOLD =
  /\b(password|passwort|passwd|passphrase|pass ?word|pwd|kennwort|pin|temporary access pass|access pass|tap)\b(?: code| number)?\s{0,3}(is|was|=|:|ist)\s{0,3}["'`\u201c]?([^\s"'`\u201d]{4,128})/gi;
/** Words that follow "my password is" when somebody tells how it is and not what it is. */
const ORDINARY =
  /^(?:not|no|n['\u2019]t|wrong|right|correct|fine|good|okay|valid|invalid|incorrect|unknown|expired|accepted|rejected|refused|working|being|still|also|always|never|again|broken|locked|blocked|changed|needed|required|asked|requested|really|definitely|surely|probably|maybe|just|about|going|only|only\.|what|that|this|there|the|very|same|secret|private|empty|blank|missing|forgotten|lost|stolen|known|unchanged|entered|typed|used|short|long|weak|strong|too|already|certainly|absolutely|perfectly|different|new|old|older|newer|recent|recently|reset|set|sufficient|enough|impossible|possible|supposed|because|under|over|from|with|without|your|my|mine|theirs|hers|yours|often|sometimes|usually|currently|today|yesterday|since|all|ok\w*|\*+|x{3,}|•+)[.,;:!?)]*$/i;

/**
 * Finds what looks like a secret in a message: recovery keys, tokens, and passwords, PINs or passes that are told. Rather
 * one too many: the price is a friendly hint.
 */
export function secretIn(text: string): SecretKind | undefined {
  if (RECOVERY_KEY.test(text)) return 'recovery-key';
  if (TOKEN.test(text)) return 'token';
  for (const [, name = '', verb = '', value = ''] of text.matchAll(TOLD)) {
    if (isOrdinary(value)) continue;
    // "PIN" and "TAP" are words of many sentences: there only something with a digit in it is taken for the thing itself.
    const isShortName = /^(?:pin|tap)$/i.test(name);
    if (isShortName && !/\d/.test(value)) continue;
    if (verb === ':' && /^https?:/i.test(value)) continue;
    return /tap|access pass/i.test(name) ? 'pass' : 'password';
  }
  return undefined;
}

function isOrdinary(value: string): boolean {
  return ORDINARY.test(value) || (/^[a-z]+(?:ed|ing)[.,;!?]*$/.test(value) && value.length < 12);
}
