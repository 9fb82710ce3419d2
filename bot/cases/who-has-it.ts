import type { Asking, CaseState, Holder } from './case.ts';
import { isDecided } from './decided.ts';
import type { Actor, Diagnosis } from './words.ts';

/** After so many tries by themselves the person deserves somebody at their side. */
const TRIES_ALONE = 3;

/** Who has the case now: the bot while it reads, whoever is asked, else the one who can take the next step. */
export function whoHasIt(state: CaseState, asking: Asking | undefined, diagnosis: Diagnosis | undefined): Holder {
  if (state === 'gathering') return { kind: 'bot' };
  if (asking) return whoIsAsked(asking);
  return holderFor(nextActor(diagnosis) ?? 'helpdesk');
}

/** While the cause is open, the one whose answer would decide it comes before those who would repair. */
function nextActor(diagnosis: Diagnosis | undefined): Actor | undefined {
  const decider = diagnosis && !isDecided(diagnosis) ? diagnosis.decider : undefined;
  return (decider ?? diagnosis?.next[0])?.who;
}

function whoIsAsked(asking: Asking): Holder {
  if (asking.what === 'elevated-capture' || asking.times > TRIES_ALONE) return { kind: 'helpdesk' };
  return { kind: 'reporter' };
}

/** A local administrator is no role of Entra: the helpdesk finds one who may sit at that PC. */
function holderFor(who: Actor): Holder {
  switch (who) {
    case 'reporter':
      return { kind: 'reporter' };
    case 'helpdesk':
    case 'local-administrator':
      return { kind: 'helpdesk' };
    default:
      return { kind: 'role', role: who };
  }
}
