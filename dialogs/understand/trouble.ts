/** The many ways to say "I can't sign in". Matched against text as `plainText` makes it. */
const CANT =
  "(?:can't|couldn't|could n't|unable to|not able to|am not allowed to|not allowed to|(?:won't|doesn't|didn't|wouldn't|will not|never) (?:let|allow) (?:me|us|him|her|them)(?: to)?|fail(?:s|ed|ing)? to|impossible to|no longer|having (?:trouble|problems|issues|difficulty|difficulties)(?: with| to)?|trouble|problems?(?: with)?|issues?(?: with)?|difficult(?:y|ies)|struggling|stuck)";
const ENTER =
  '(?:sign(?:ing)?[ -]?(?:in|on)\\w*|log(?:ging)?[ -]?(?:in|on|into|onto)\\w*|logins?|logons?|signins?|get(?:ting)? (?:in|into|on|to|access)\\w*|access\\w*|open\\w*|connect\\w*|authenticat\\w*|activat\\w*|enter\\w*|reach\\w*|use|using|start\\w*|launch\\w*|work|verify\\w*)';
const APP =
  '(?:sign[ -]?(?:in|on)|log[ -]?(?:in|on)|login|logon|signin|teams|outlook|office|word|excel|powerpoint|onenote|one ?drive|share ?point|microsoft 365|m365|o365|365|apps?|e-?mails?|mailbox|authentication|access|account|laptop|windows|everything|nothing|it|azure|entra|company portal|intune|edge|pc|computer)';
const BROKEN =
  "(?:(?:doesn't|don't|isn't|won't|is n't|not|stopped|no longer|never) (?:work\\w*|open\\w*|start\\w*|load\\w*|connect\\w*|respond\\w*|sign\\w* in|let\\w*)|fail(?:s|ed|ing|ure)?|broken|(?:keeps?|kept) (?:asking|failing|looping|prompting|saying|telling|showing|popping|signing|logging|throwing|kicking)|refus\\w+|denie[sd]|denied|is down|loop(?:s|ing|ed)?|block(?:s|ed|ing)?|reject\\w*|crash\\w*|says? (?:something|there|i |you|that|your|we|no|error|access|sorry|it)|locked|error)";

const patterns: readonly RegExp[] = [
  new RegExp(`\\b${CANT}\\b.{0,40}\\b${ENTER}`),
  new RegExp(`\\b${APP}\\b.{0,40}\\b${BROKEN}`),
  /\b(no|lost|without) (access|sign-?in|login|connection to)\b/,
  /\b(locked|kicked|thrown|signed|logged|shut|blocked) (me |myself |us |him |her )?out\b/,
  /\b(something|anything) (went|has gone|is going|is) wrong\b/,
  /\b(get|got|getting|gets|have|having|has|see|seeing|sees|show\w*|receiv\w*|there'?s|there is|display\w*|throw\w*|with|says?|popup|pop-up)\b.{0,30}\b(errors?|error (message|code)|problem|caa)\b/,
  /^(errors?|error code|error message|problems?|issue|trouble|broken|blocked|locked|not working|doesn't work|nothing works|it doesn't work|sign[ -]?in|login|log ?in|signin)[ .!?:]*$/,
  /\berror (code|message|number|occurred)\b/,
  /you can't get there from here|doesn't meet the criteria|did not meet the criteria|your sign-?in was (successful|blocked)|access (has been|is|was) (blocked|denied)|access denied|can't access this (right now|resource)|you don't have access/,
  /\b(device|laptop|pc|computer)\b.{0,40}\b(must be|has to be|needs to be|not|isn't|to be) (managed|compliant|registered|enrolled|joined|recogni[sz]ed|trusted)\b/,
  /\bnon-?compliant\b|\bnot compliant\b/,
  /help us keep your device secure|your organi[sz]ation (requires|has)|set up your device to get access|trusted platform module|another account from your organi[sz]ation/,
  /\bthere was a problem (signing|with your account)|we couldn't sign you in|we can't sign you in|couldn't sign (you|me) in|couldn't connect you/,
  /\b(asks?|asking|prompts?|prompted|prompting)\b.{0,30}\b(password|sign in|log in|credentials|login)\b.{0,30}\b(again|over and over|every|constantly|all the time|loop|repeatedly|non-?stop)\b/,
  /\b(over and over|again and again|endless\w*|loop\w*)\b.{0,30}\b(sign|log|password|login|prompt\w*)\b/,
  /\b(still|again) (broken|blocked|locked|not working|the same|fails|failing|no luck|doesn't work|no good|the error|an error)\b|\bsame (error|problem|issue|thing|message|code)( again| still)?\b|\bno (change|luck|difference|success)\b|\b(didn't|doesn't|did n't|hasn't|not) (help|work|fix|change|solve)\w*\b/,
];

/** Whether somebody tells of trouble with signing in (or with what needs a sign-in). */
export function tellsOfTrouble(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
