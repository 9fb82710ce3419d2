import { codesIn } from '../../bot/diagnosis/codes/codes-in.ts';
import { looksLikeCapture } from '../../bot/diagnosis/dsregcmd/looks-like-capture.ts';
import { readCapture } from '../../bot/diagnosis/dsregcmd/read-capture.ts';
import { topicIn } from '../common/advice.ts';
import { first, last, wishIn } from './phrases.ts';
import { LONGEST_TEXT, plainText } from './plain-text.ts';
import { secretIn } from './secrets.ts';
import { tellsOfTrouble } from './trouble.ts';
import type { Wish } from './wish.ts';

/** What is longer than this was not typed. */
const TYPED = 600;
/** Pictures as characters, with their joiners, and the smileys of old. */
const ONLY_PICTURES = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|\s)+$|^(?:[:;=]-?[)(dpo/\\|*3]|<3|\^\^|xd)+$/iu;
const OTHER_DEVICE = /\b(other|second|another|2nd|different) (work |company |windows |dell |hp |lenovo )?(laptop|pc|computer|device|machine|notebook|surface|thinkpad|workstation|desktop)\b/;
/** Then the other laptop is the one that works, or an idea. */
const OTHER_DEVICE_WORKS = /\b(works|working fine|is fine|use|using|borrow|can i|could i|may i|should i|if i|from)\b.{0,30}$|\b(use|borrow|from|on) (my |an |a |the )?(other|another|second|different)\b.{0,40}\b(works|fine|ok|okay|no problem)\b|\bworks (on|with|from)\b/;
/** Somebody speaks of having the code, and does not only ask about it. */
const HAS_IT = /\b(i|we|my|he|she|user|laptop|teams|outlook|office|gets?|got|getting|having|shows?|says|seeing|receiv\w+|with|again|still)\b/;
const ASKS = /^(what|why|is|does|do|how|when|can|could|should|shall|must|will|where|who|would|are|explain|meaning)\b|\?\s*$/;

/** About some other day: nobody is stopped now. */
const WONDERS = /^(can|could|how (can|do|could)) (i|we|you|one) (prevent|avoid)\b/;

/** What a message means. Pure, never throws, and only the beginning of a long one is looked at. */
export function understand(text: string): Wish {
  if (text.length > LONGEST_TEXT) return { kind: 'too-long' };
  if (text.trim() === '') return { kind: 'empty' };
  const plain = plainText(text);
  const secret = secretIn(text);
  if (secret) return { kind: 'secret', secret, reports: tellsOfTrouble(plain) || codesIn(text).length > 0 };
  if (isCapture(text) && !asksAboutLines(text, plain)) return { kind: 'capture' };
  if (ONLY_PICTURES.test(text.trim())) return { kind: 'emoji' };
  return fromWords(plain, codesIn(text));
}

/** Rows that the error windows of Office and of the browser print as well. */
const ROWS_OF_A_WINDOW = /^(?:server (?:message|error code|error description)|correlation ?id|request ?id|time ?stamp|error code|https? status|device name)$/i;

/** An error window has a row or two in common with the tool; it tells of trouble and is no output of the laptop. */
function isCapture(text: string): boolean {
  if (!looksLikeCapture(text)) return false;
  const capture = readCapture(text);
  return 'kind' in capture || capture.rows.some(({ name }) => !ROWS_OF_A_WINDOW.test(name.trim()));
}

/** "AzureAdJoined: YES and AzureAdPrt: YES, but it still fails. What now?": a question of one line that quotes the tool. */
function asksAboutLines(text: string, plain: string): boolean {
  return plain.length <= 300 && !text.trim().includes('\n') && plain.includes('?') && topicIn(plain) !== undefined;
}

function fromWords(plain: string, codes: readonly string[]): Wish {
  const isTyped = plain.length <= TYPED;
  const topic = isTyped ? topicIn(plain) : undefined;
  const short = isTyped ? wishIn(first, plain) : undefined;
  const isAside = (short === 'status' && topic !== undefined) || (codes.length > 0 && short !== 'solved');
  if (short && !isAside) return { kind: short };
  const isTrouble = tellsOfTrouble(plain);
  const isOther = isTyped && OTHER_DEVICE.test(plain) && !OTHER_DEVICE_WORKS.test(plain);
  if (isOther) return { kind: 'other-device' };
  if (topic && !reportsToo(plain, codes, isTrouble)) return { kind: 'advice', topic };
  if (isTrouble || codes.length > 0) return { kind: 'report', codes, ...(topic && { topic }) };
  const rest = isTyped ? wishIn(last, plain) : 'paste';
  return { kind: rest ?? 'unclear' };
}

/** "I get CAA50021, should I clear my cookies?" tells and asks; "what is CAA50021?" only asks. */
function reportsToo(plain: string, codes: readonly string[], isTrouble: boolean): boolean {
  if (WONDERS.test(plain)) return false;
  if (codes.length > 0) return !ASKS.test(plain) || HAS_IT.test(plain.replace(/\bwhy (only |just )?me\b/, ''));
  return isTrouble && !ASKS.test(plain);
}
