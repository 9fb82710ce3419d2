/** Reads the pre-join rows: printed only while a domain joined machine is not yet joined to Entra. */
import { type DeviceState, type PostJoin, type PreJoin } from '../capture.ts';
import { factsOf, known } from './facts.ts';
import { type PlacedRow } from './place-rows.ts';
import { readCode, readTest, readWord } from './values.ts';

/** Rows that no joined machine prints; the others also follow a failed host name update. */
const unmistakable = /test$|^fallback|^previous registration|^registration type|^error phase|^user context|^diagnostics reference/i;

/** Nothing when the rows are those of a host name update on a machine that is joined. */
export function preJoinOf(rows: readonly PlacedRow[], device: DeviceState): PreJoin | undefined {
  const mine = rows.filter((row) => row.group === 'preJoin' && row.field.name !== 'Executing Account Name' && row.value !== '');
  const isCertain = mine.some((row) => unmistakable.test(row.field.name));
  if (mine.length === 0 || (device.azureAdJoined === 'YES' && !isCertain)) return undefined;
  const facts = factsOf(mine, 'preJoin');
  return known<PreJoin>({
    userContext: facts.text('User Context'),
    clientTime: facts.time('Client Time'),
    tests: known({
      adConnectivity: facts.read('AD Connectivity Test', readTest),
      adConfiguration: facts.read('AD Configuration Test', readTest),
      drsDiscovery: facts.read('DRS Discovery Test', readTest),
      drsConnectivity: facts.read('DRS Connectivity Test', readTest),
      kerberosTicket: facts.read('Kerberos Ticket Test', readTest),
      tokenAcquisition: facts.read('Token acquisition Test', readTest),
    }),
    fallbackToSyncJoin: facts.text('Fallback to Sync-Join'),
    previousRegistration: facts.time('Previous Registration'),
    registrationType: facts.text('Registration Type'),
    errorPhase: facts.text('Error Phase'),
    clientErrorCode: facts.read('Client ErrorCode', readCode),
    serverErrorCode: facts.read('Server ErrorCode', readWord),
    serverErrorSubCode: facts.read('Server ErrorSubCode', readWord),
    serverMessage: facts.text('Server Message'),
    httpsStatus: facts.number('Https Status'),
    requestId: facts.guid('Request Id'),
  });
}

export function postJoinOf(rows: readonly PlacedRow[]): PostJoin {
  const facts = factsOf(rows, 'postJoin', 'hostName');
  return known<PostJoin>({ aadRecoveryEnabled: facts.flag('AadRecoveryEnabled'), clientTime: facts.time('Client Time') });
}
