import type { User } from '@microsoft/microsoft-graph-types';
import type { Row } from '../../graph/odata/filter-match.ts';
import type { Moments } from '../moments.ts';
import type { Person } from '../person.ts';

/** A user object; members are synchronised from the on-premises directory unless said otherwise. */
export function userRow(person: Person, at: Moments, more: Partial<User> = {}): Row {
  const user: User = {
    id: person.id,
    deletedDateTime: null,
    accountEnabled: true,
    businessPhones: [],
    createdDateTime: at.daysAgo(900),
    department: null,
    displayName: person.name,
    givenName: person.givenName,
    jobTitle: null,
    mail: person.upn,
    mailNickname: person.upn.split('@')[0] ?? '',
    mobilePhone: null,
    officeLocation: null,
    onPremisesLastSyncDateTime: at.minutesAgo(21),
    onPremisesSyncEnabled: true,
    preferredLanguage: null,
    surname: person.surname,
    usageLocation: 'DE',
    userPrincipalName: person.upn,
    userType: 'Member',
    ...more,
  };
  return user as Row;
}
