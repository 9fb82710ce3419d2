import type { GraphAnswers, SignIn } from '../graph-answers.ts';
import { sameId, samePerson } from './same.ts';

/** Rows of other people in a shared export are somebody else's story. */
export function isPersons(row: SignIn, { user }: GraphAnswers): boolean {
  if (user?.id && row.userId) return sameId(row.userId, user.id);
  if (user?.userPrincipalName && row.userPrincipalName) return samePerson(row.userPrincipalName, user.userPrincipalName);
  return true;
}
