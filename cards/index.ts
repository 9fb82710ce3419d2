/** The faces: pure functions from a case to a card. Who shows what, and when, is decided elsewhere. */
export type { Shown } from './draw.ts';
export type { Frame } from './frame.ts';
export type { Advice } from './advice.ts';
export type { RefusalKind } from './texts/refusals.ts';
export { adviceCard } from './advice.ts';
export { casesCard } from './cases.ts';
export { helpCard } from './help.ts';
export { noticeCard, openedForCard, refusalCard, supersededCard } from './message.ts';
export { openCasesCard } from './open-cases.ts';
export { questionsCard } from './questions.ts';
export { reporterCard } from './reporter.ts';
export { triageCard } from './triage.ts';
export { welcomeCard } from './welcome.ts';
export { answers, inputs, verbs, type ActionData, type Verb } from './verbs.ts';
export { isOnlyHalfSeen } from './texts/told.ts';
