import type { SimpleWish } from './wish.ts';

/** Short wishes, tried in this order. Matched against text as `plainText` makes it; `whole` must be the whole message. */
interface Phrase {
  readonly wish: SimpleWish;
  readonly whole?: RegExp;
  readonly part?: RegExp;
  /** Not when this is in it as well. */
  readonly unless?: RegExp;
}

const NEGATED = /\b(not|never|no longer|nothing|isn't|doesn't|don't|didn't|won't|can't|hasn't|haven't|wasn't|aren't|hardly|only|but|until|before|yesterday|stopped|how|what|unless|if|when|will|would|should|has to|needs to|must)\b|\?/;

/** Before trouble is looked for: they use its words. */
export const first: readonly Phrase[] = [
  {
    wish: 'solved',
    part: /\b((it'?s?|everything|teams|outlook|office|sign-?in|login|all|that|this|problem|issue|error|case|things?)( is| has| was| are| have)?( been)?( all)? (now )?(works?|working|worked|fixed|solved|resolved|gone|good|back|fine|ok|okay|sorted|done)( now| again| fine| well| perfectly| like a charm)?|(works|working|fixed|solved|resolved|sorted)( now| again| for me| fine|!|\.|$)|i can (now )?(sign|log) ?(in|on)( again| now)?|i can (get in|access|work)( again| now)|(signed|logged) in (now|again|fine|successfully)|no (more|longer) (an )?(error|problem|issue)s?|problem solved|all good( now)?|no problems? (any ?more|now))\b/,
    unless: NEGATED,
  },
  { wish: 'solved', whole: /^(hey,? |great,? |yes,? |ok,? )?i'?m (back )?in( now| again)?[.! ]*$/ },
  { wish: 'solved', whole: /^(no (more|further) (errors?|problems?|issues?)|(the )?(error|problem|issue) (is|has) gone|no longer (an issue|a problem|happening))( now| any ?more)?[.! ]*$/ },
  { wish: 'start-over', whole: /^(please )?(can we |let'?s |i want to |i'd like to )?(start|begin) (over|again|anew|afresh|fresh|new|from (the )?(start|scratch|beginning))( please)?[.!? ]*$|^(please )?(reset|restart)( (the|my|this)( case| chat| conversation)?)?[.! ]*$|^(please )?(open |start |create |make )?(a )?(new|fresh) (case|ticket|one)( please)?[.! ]*$|^new$|^start$/ },
  { wish: 'cancel', whole: /^(please )?(cancel|stop|quit|exit|abort|end|never ?mind|nevermind|forget (it|about it|that)|withdraw|close)( (it|this|that|please|everything|(the|my|this) (case|ticket)))*[.! ]*$|^i don't need (it|help|this)( any ?more)?[.! ]*$/ },
  { wish: 'help', whole: /^(please )?(\/?help( me)?|\?+|hilfe|ayuda|aide|commands?|menu|options|info|about|instructions|faq|what can (you|i) (do|say|ask|write)( (here|for me))?|how (do|does|can) (you|this|it|i) (work|help|use (this|it|you))|who are you|what are you|what is this|are you (a )?(bot|robot|human|real)|what should i (write|say|type))( please)?[.!? ]*$/ },
  { wish: 'status', whole: /^(please )?(the |my |show |what'?s |what is |check )*(status|state|progress|update|updates|news|case|cases|card|ticket|tickets)( (please|of (my|the) (case|ticket)|\d+))*[.!? ]*$/ },
  { wish: 'status', part: /\b(any|is there( any)?) (news|updates?|progress)\b|\b(what'?s|what is) (happening|going on|the (status|state|news|latest))|\bwhere (are we|are you|is my case|does it stand|do we stand|is it at)\b|\bwho (has|got|owns|is working on|works on|is on) (it|my case|the case|this|my ticket)\b|\bhow far\b|\bshow (me )?(my )?(cases?|card|ticket)|\b(what|which) (is |'s )?(next|the next step)\b|\bwhat (now|should i do( now| next)?|do i do( now| next)?|must i do|can i do( now)?)\b|\bdid you (find|see) (anything|something|it)\b|\b(fixed|solved|done|ready) (yet|already)\b/ },
  { wish: 'person', part: /\b(talk|speak|chat|write) (to|with) (a |an |some|the |my |real |live )*(human|person|agent|someone|somebody|one|helpdesk|help desk|support|it|people|operator|technician)\b|\b(real|live) (human|person|agent)\b|\bcall me\b|\b(want|need|get) (a |an )?(human|person|agent|someone|technician)\b|^(human|agent|operator|support|helpdesk|help desk|person|technician)( please)?[.! ]*$/ },
  { wish: 'questions', part: /\b(can't|don't know how to|unable to|not able to|impossible to) (copy|paste|ctrl)|\bcopy(ing)? (and paste )?(doesn't|isn't|won't)|\bpast(e|ing) (doesn't|isn't|won't|fails)|\bonly (read|see) (the |my )?(screen|it|what)|\bask me( the| some)?( four)? ?(questions?)?\b|\b(the |four |4 )questions\b|\b(type|write) it (out|by hand|off)|\bby hand\b|\bread it (out|to you|aloud)\b|^questions?[.! ]*$|\bno (chat|teams) on (the|that|my) (laptop|pc|computer)\b/ },
  { wish: 'recheck', whole: /^(please )?(can you |could you )?((check|look|try|read|scan|test)( it| that| my laptop| my device)?( once)? (again|now|once more)|re-?check|re-?test|refresh|retry|again|once more)( please)?[.!? ]*$/ },
  { wish: 'recheck', whole: /^(ok(ay)?,? )?(i |i'?ve |i have |have )?(just )?(did|done|tried|finished|completed|restarted|rebooted|updated|installed|synced|sync'd|locked|unlocked|made)( (it|that|this|so|now|all|everything|the|my|and|steps?|step|update|updates|laptop|pc|computer|windows|them|unlocked|again|already|just|restarted|signed|in|out))*[.! ]*$/ },
];

/** After trouble was not found. */
export const last: readonly Phrase[] = [
  { wish: 'thanks', whole: /^(ok(ay)?[,! ]*|great[,! ]*|perfect[,! ]*)?(many )?(thanks|thank (you|u)|thx|ty|tysm|cheers|danke|merci|gracias|grazie|obrigad[oa]|tak|tack|takk|kiitos|dzi[eę]kuj[eę]|appreciate(d)?( it)?)\b.{0,60}$/ },
  { wish: 'thanks', whole: /^(ok(ay)?|k|kk|alright|all right|got it|understood|i see|cool|nice|good|great|super|fine|perfect|awesome|wonderful|brilliant|excellent|amazing|lovely|will do|i will|sounds good|good bot|you'?re (great|the best)|bye|goodbye|see you|ciao|later|no worries|no problem)([,. ]*(thanks|then|bot|so far|job|work|to know|much))*[.! ]*$/ },
  { wish: 'greeting', whole: /^(hi+|hello+|hey+|hallo|hiya|howdy|good (morning|afternoon|evening|day)|morning|moin|servus|guten (tag|morgen|abend)|bonjour|salut|hola|ciao|hei|hej|namaste|yo|greetings|test|testing|ping|hi hi)([,! ]*(there|bot|team|all|everyone|helpdesk|everybody|friend|you|again|how are you|how's it going|i'?m [a-z]+))*[.!?, ]*$/ },
  { wish: 'greeting', whole: /^how are (you|things)( today| doing)*[.!? ]*$|^what'?s up[.!? ]*$/ },
  { wish: 'yes', whole: /^(yes+|y|yeah|yep|yup|sure|ja|oui|si|sí|correct|exactly|of course|please do|do it|go ahead|right|true|agreed|absolutely|definitely)( please| it is| i (do|did|am|have|can)| thanks)*[.! ]*$/ },
  { wish: 'no', whole: /^(no+|n|nope|nah|nein|non|not really|no thanks|no thank you|not yet|wrong|false|negative|i don't|i haven't|i can't|don't)[.! ]*$/ },
  { wish: 'help', part: /\bcan you help\b|\bi need (some )?help\b|\bhelp me\b|^help\b|\bneed assistance\b/ },
];

export function wishIn(phrases: readonly Phrase[], text: string): SimpleWish | undefined {
  return phrases.find(({ whole, part, unless }) => (whole ?? part)?.test(text) === true && unless?.test(text) !== true)?.wish;
}
