import type { SimpleWish } from './wish.ts';

/** A wish and the ways to say it, matched against text as `plainText` makes it. */
interface Phrase {
  readonly wish: SimpleWish;
  readonly said: RegExp;
  /** Not when this is in it as well. */
  readonly unless?: RegExp;
}

/** The whole message is one of these, politeness and punctuation aside. */
function whole(...ways: readonly string[]): RegExp {
  return new RegExp(`^(?:please )?(?:${ways.join('|')})(?: please)?[.!?, ]*$`);
}

/** One of these is somewhere in it, as words of their own. */
function part(...ways: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w'])(?:${ways.join('|')})(?![\\w'])`);
}

/** "It works" is good news only without any of these. */
const DOUBT = part(
  'not|never|no longer|nothing|hardly|only|but|until|before|yesterday|stopped|how|what|unless|if|when|will|would|should|must',
  "isn't|doesn't|don't|didn't|won't|can't|hasn't|haven't|wasn't|aren't|has to|needs to",
);
const IN_DOUBT = new RegExp(`${DOUBT.source}|\\?`);
const IS = "(?:'?s| is| are| has| have| was)?(?: been)?(?: all)?(?: now)?";
const CASE = '(?:the|my|this|a|an)?(?: new| open| fresh)? ?(?:case|ticket|card|conversation|chat)s?';
const PERSON = 'human|person|agent|someone|somebody|helpdesk|help desk|support|it|people|operator|technician';

/** Tried before trouble is looked for, because they use its words. */
export const first: readonly Phrase[] = [
  {
    wish: 'solved',
    said: part(
      `(?:it|everything|teams|outlook|office|sign-?in|login|all|that|this|things?)${IS} (?:works|working|fixed|solved|resolved|sorted)`,
      `(?:problem|issue|error|message|case|trouble)${IS} (?:gone|fixed|solved|resolved|sorted)`,
      `(?:everything|teams|outlook|office|sign-?in|login|access)${IS} (?:(?:fine|good|ok|okay) (?:now|again)|back)`,
      '(?:works|working|fixed|solved|resolved|sorted)(?: now| again| for me| fine)?',
      'i can (?:now )?(?:sign|log) ?(?:in|on)',
      'i can (?:get in|access|work) (?:again|now)',
      '(?:signed|logged) in (?:now|again|fine|successfully)',
      'all good now',
    ),
    unless: IN_DOUBT,
  },
  {
    wish: 'solved',
    said: whole(
      "(?:hey,? |great,? |yes,? |ok,? )?i'?m (?:back )?in(?: now| again)?",
      '(?:hey,? |great,? |yes,? |ok,? )?(?:it|that) worked(?: now| again)?',
      'no (?:more|further|longer) (?:an? )?(?:errors?|problems?|issues?|happening)(?: now| any ?more)?',
      '(?:the )?(?:error|problem|issue) (?:is|has) gone',
    ),
  },
  {
    wish: 'start-over',
    said: whole(
      "(?:can we |let'?s |i want to |i'd like to )?(?:start|begin) (?:over|again|anew|afresh|fresh|new|from (?:the )?(?:start|scratch|beginning))",
      `(?:reset|restart)(?: ${CASE})?`,
      '(?:open |start |create |make )?(?:a )?(?:new|fresh) (?:case|ticket|one)',
      'new|start',
    ),
  },
  {
    wish: 'cancel',
    said: whole(
      `(?:cancel|stop|quit|exit|abort|end|withdraw|close)(?: it| this| that| everything| ${CASE})?`,
      'never ?mind|forget (?:it|about it|that|this)',
      "i don't need (?:it|help|this|you)(?: any ?more)?",
    ),
  },
  {
    wish: 'help',
    said: whole(
      '\\/?help(?: me)?|\\?+|hilfe|ayuda|aide|commands?|menu|options|info|about|instructions|faq',
      'what can (?:you|i) (?:do|say|ask|write)(?: here| for me)?|what should i (?:write|say|type)',
      'how (?:do|does|can) (?:you|this|it|i) (?:work|help|use (?:this|it|you))',
      'who are you|what are you|what is this|are you (?:a )?(?:bot|robot|human|real)',
    ),
  },
  {
    wish: 'status',
    said: whole("(?:the |my |show |what'?s |what is |check )*(?:status|state|progress|updates?|news|cases?|card|tickets?)(?: (?:of (?:my|the) (?:case|ticket)|please|\\d+))*"),
  },
  {
    wish: 'status',
    said: part(
      'any (?:news|updates?|progress)',
      "(?:what'?s|what is) (?:happening|going on|the (?:status|state|news|latest))",
      'where (?:are we|are you|is my case|does it stand|do we stand|is it at)',
      'who (?:has|got|owns|is working on|works on|is on) (?:it|my case|the case|this|my ticket)',
      'how far',
      'show (?:me )?(?:my )?(?:cases?|card|tickets?)',
      "(?:what|which) (?:is |'s )?(?:the )?next(?: step)?",
      'what now|what (?:should|do|must|can|shall) i do(?: now| next)?',
      'did you (?:find|see) (?:anything|something|it)',
      '(?:fixed|solved|done|ready) (?:yet|already)',
    ),
  },
  {
    wish: 'person',
    said: part(
      `(?:talk|speak|chat|write) (?:to|with) (?:an? |some |the |my |real |live )*(?:${PERSON}|one)`,
      '(?:real|live) (?:human|person|agent)',
      '(?:want|need|get) (?:an? )?(?:human|person|agent|someone|technician)',
      'call me',
    ),
  },
  { wish: 'person', said: whole(PERSON) },
  {
    wish: 'questions',
    said: part(
      "(?:can't|don't know how to|unable to|not able to|impossible to) (?:copy|paste|ctrl)",
      "(?:copying|pasting|copy and paste|paste) (?:doesn't|isn't|won't|fails)",
      'only (?:read|see) (?:the |my )?(?:screen|it|what)',
      'ask me(?: the| some)?(?: four)?(?: questions?)?|(?:the|four|4) questions',
      'type it (?:out|by hand|off)|write it (?:out|by hand|off)|by hand|read it (?:out|to you|aloud)',
      'no (?:chat|teams) on (?:the|that|my) (?:laptop|pc|computer)',
    ),
  },
  { wish: 'questions', said: whole('questions?') },
  {
    wish: 'recheck',
    said: whole(
      '(?:can you |could you )?(?:check|look|try|read|scan|test)(?: it| that| my laptop| my device)?(?: once)? (?:again|now|more)',
      're-?check|re-?test|refresh|retry|again|once more',
      "(?:ok(?:ay)?,? )?(?:i |i'?ve |i have |have )?(?:just )?(?:did|done|tried|finished|completed|restarted|rebooted|updated|installed|synced|sync'd|locked|unlocked)(?: (?:it|that|this|so|now|all|everything|the|my|and|steps?|updates?|laptop|pc|computer|windows|them|unlocked|again|already|just|restarted|signed|in|out))*",
    ),
  },
];

/** Tried when no trouble was found. */
export const last: readonly Phrase[] = [
  {
    wish: 'thanks',
    said: whole(
      '(?:(?:ok(?:ay)?|great|perfect)[,! ]*)?(?:many )?(?:thanks|thank (?:you|u)|thx|ty|tysm|cheers|danke|merci|gracias|grazie|obrigad[oa]|tak|tack|takk|kiitos|dzi[eę]kuj[eę]|appreciated?(?: it)?)(?: .{0,60})?',
      "(?:ok(?:ay)?|kk?|alright|all right|got it|understood|i see|cool|nice|good|great|super|fine|perfect|awesome|wonderful|brilliant|excellent|amazing|lovely|will do|i will|sounds good|you'?re (?:great|the best)|bye|goodbye|see you|later|no worries|no problem)(?:[,. ]+(?:thanks|then|bot|so far|job|work|to know|much))*",
    ),
  },
  {
    wish: 'greeting',
    said: whole(
      "(?:hi+|hello+|hey+|hallo|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|moin|servus|guten (?:tag|morgen|abend)|bonjour|salut|hola|ciao|hei|hej|namaste|yo|greetings|test|testing|ping)(?:[,! ]+(?:there|bot|team|all|everyone|helpdesk|everybody|friend|you|again|how are you|how's it going|i'?m [a-z]+))*",
      "how are (?:you|things)(?: today| doing)*|what'?s up",
    ),
  },
  {
    wish: 'yes',
    said: whole(
      '(?:yes+|y|yeah|yep|yup|sure|ja|oui|si|sí|correct|exactly|of course|do it|go ahead|right|true|agreed|absolutely|definitely)(?:,? (?:it is|i (?:do|did|am|have|can)|thanks))*',
    ),
  },
  {
    wish: 'no',
    said: whole("no+|n|nope|nah|nein|non|not really|no thanks|no thank you|not yet|wrong|false|negative|i don't|i haven't|i can't|don't"),
  },
  { wish: 'help', said: part('can you help|i need (?:some )?help|help me|help|need assistance') },
];

export function wishIn(phrases: readonly Phrase[], text: string): SimpleWish | undefined {
  return phrases.find(({ said, unless }) => said.test(text) && unless?.test(text) !== true)?.wish;
}
