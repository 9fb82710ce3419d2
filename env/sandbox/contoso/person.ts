import { tenant } from '../entra/tenant.ts';
import { guid } from './ids.ts';

/** Somebody at Contoso. */
export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly name: string;
  readonly upn: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z-]/g, '')
    .toLowerCase();

/** The same person for the same name, in every run. */
export function person(givenName: string, surname: string): Person {
  const upn = `${plain(givenName)}.${plain(surname)}@${tenant.domain}`;
  return { id: guid(`user/${upn}`), givenName, surname, name: `${givenName} ${surname}`, upn };
}
