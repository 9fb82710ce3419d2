/** Words for what the house calls by ids. Read by helpdesk and reporters on every card of a case. */
import type { Case, CaseState, Holder, Reading } from '../../bot/cases/case.ts';
import type { Actor, Confidence, Source } from '../../bot/diagnosis/diagnosis.ts';

/** Above the headline of the diagnosis card and beside the cause on the helpdesk's card. */
export const confidenceWords: Record<Confidence, { readonly eyebrow: string; readonly short: string; readonly why: string }> = {
  confirmed: {
    eyebrow: 'We found the cause',
    short: 'confirmed',
    why: 'Confirmed: it is a recorded fact, and nothing speaks against it.',
  },
  'very-likely': {
    eyebrow: 'Very likely the cause',
    short: 'very likely',
    why: 'Very likely: strong signs point here. A last proof is still missing.',
  },
  possible: {
    eyebrow: 'Our best lead, not yet certain',
    short: 'possible',
    why: 'Possible: some signs point here, but not enough to be sure.',
  },
  unknown: {
    eyebrow: 'Not known yet',
    short: 'not known yet',
    why: 'Not known yet: what we have seen does not point to one cause.',
  },
};

/** Who a step is for; Entra and Intune roles stay as Microsoft prints them. */
export function actorName(actor: Actor): string {
  switch (actor) {
    case 'reporter':
      return 'You';
    case 'helpdesk':
      return 'Helpdesk';
    case 'local-administrator':
      return 'IT at the laptop';
    case 'network-team':
      return 'Network team';
    default:
      return actor;
  }
}

/** Who has the case now. `reader` says whether "you" may be written. */
export function holderName(holder: Holder, reader: 'reporter' | 'helpdesk', c?: Case): string {
  switch (holder.kind) {
    case 'bot':
      return reader === 'reporter' ? 'Me, the bot' : 'The bot';
    case 'reporter':
      return reader === 'reporter' ? 'You' : (c?.reporter.name ?? 'The reporter');
    case 'helpdesk':
      return reader === 'reporter' ? 'Your helpdesk' : 'Helpdesk';
    case 'role':
      return holder.role === 'reporter' ? holderName({ kind: 'reporter' }, reader, c) : actorName(holder.role);
  }
}

/** Who has the case now, as a sentence to the reporter; `name` is cleaned by the caller. */
export function hasItNow(holder: Holder, name: string): string {
  switch (holder.kind) {
    case 'bot':
      return 'I have it now.';
    case 'reporter':
      return 'The next step is yours.';
    case 'helpdesk':
      return `${name} has it now.`;
    default:
      return `${withArticle(name).replace(/^the/, 'The')} has it now.`;
  }
}

/** Inside a sentence: "the network team", "the Intune Administrator", "someone from IT at the laptop". */
export function withArticle(name: string): string {
  return name.startsWith('IT') ? `someone from ${name}` : `the ${name.replace(/^Network\b/, 'network')}`;
}

/** "A", "A and B", "A, B and C". */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** On the helpdesk's card and in lists of cases. */
export function stateName(state: CaseState): string {
  switch (state) {
    case 'gathering':
      return 'Reading the logs';
    case 'collecting':
      return 'Waiting for the reporter';
    case 'diagnosed':
      return 'Diagnosed';
    case 'closed':
      return 'Closed';
  }
}

/** Beside each piece of evidence, so that anyone can look it up where it stands. */
export const sourceNames: Record<Source, string> = {
  dsregcmd: 'the laptop',
  reported: 'told by the reporter',
  'entra-device': 'Entra device list',
  'entra-deleted-devices': 'Entra deleted devices',
  'sign-in-log': 'sign-in log',
  'conditional-access': 'Conditional Access',
  intune: 'Intune',
  'audit-log': 'Entra audit log',
  'intune-audit-log': 'Intune audit log',
  organization: 'tenant settings',
  'other-cases': 'other cases',
};

/** The moving lines while the world is read: a mark that needs no colour, and the word for it. */
export const readingWords: Record<Reading, { readonly mark: string; readonly word: string }> = {
  waiting: { mark: '○', word: 'next' },
  reading: { mark: '…', word: 'reading now' },
  read: { mark: '✓', word: 'done' },
  partly: { mark: '✓', word: 'partly done' },
  failed: { mark: '!', word: 'could not be read' },
};

const joinNames: ReadonlyMap<string, string> = new Map(Object.entries({
  'entra-joined': 'Entra joined',
  'hybrid-joined': 'hybrid joined',
  'domain-only': 'domain only',
  'domain-and-registered': 'domain joined, Entra registered',
  registered: 'Entra registered',
  'on-premises-registered': 'registered on premises',
  none: 'not joined',
}));

/** How the device is tied to Entra, on the helpdesk's card; empty when not known. */
export function joinName(joinType: string | undefined): string {
  return joinNames.get(joinType ?? '') ?? '';
}
