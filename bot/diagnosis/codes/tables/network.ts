/** Codes of the way to Entra: names, proxies, TLS and clocks. */
import { type CodeRow } from '../code-row.ts';

export const networkHresult: readonly CodeRow[] = [
  ['0x80072ee2', 'no-prt-network', 'strong', 'Time-out (WinINet 12002).', 'Allow the sign-in and registration hosts for the computer account.'],
  ['0x80072ee7', 'no-prt-network', 'strong', 'Name not resolved (12007).', 'Mend DNS.'],
  ['0x80072efd', 'no-prt-network', 'strong', 'No connection (12029).', 'Check firewall and proxy.'],
  ['0x80072efe', 'no-prt-network', 'strong', 'Connection dropped (12030).', 'Try from another network.'],
  ['0x80072f05', 'clock-skew', 'strong', 'By this clock the server\'s certificate is not valid (12037).', 'Set the clock right.', { also: ['no-prt-network'] }],
  ['0x80072f06', 'no-prt-network', 'strong', 'The server\'s certificate carries another name (12038).', 'TLS inspection or wrong DNS.'],
  ['0x80072f0c', 'certificate', 'weak', 'A client certificate is asked for (12044).', 'Check the device certificate, and whether a proxy asks.', { also: ['no-prt-network'] }],
  ['0x80072f0d', 'no-prt-network', 'strong', 'Unknown certificate authority (12045).', 'TLS inspection; trusted roots.'],
  ['0x80072f7d', 'no-prt-network', 'weak', 'TLS could not be agreed upon (12157).', 'TLS settings and inspection.'],
  ['0x80072f8f', 'no-prt-network', 'strong', 'TLS failed or the answer could not be read (12175).', 'Something rewrites the answer; check the clock too.', { also: ['clock-skew'] }],
  ['0x8007000d', 'no-prt-network', 'strong', 'The answer made no sense: mostly a proxy\'s login page instead of data.', 'Let the computer account through without a login page.', { also: ['hybrid-sync'] }],
];

export const winhttp: readonly CodeRow[] = [
  ['WINHTTP12002', 'no-prt-network', 'strong', 'Time-out on the way (HTTP Error, or event 1084).', 'Find the address in event 1022 or 1084 and open the way for the computer account.'],
  ['WINHTTP12007', 'no-prt-network', 'strong', 'Name not resolved (HTTP Error, or event 1084).', 'Find the address in event 1022 or 1084 and open the way for the computer account.'],
  ['WINHTTP12029', 'no-prt-network', 'strong', 'No connection (HTTP Error, or event 1084).', 'Find the address in event 1022 or 1084 and open the way for the computer account.'],
  ['WINHTTP12030', 'no-prt-network', 'strong', 'Connection dropped (HTTP Error, or event 1084).', 'Find the address in event 1022 or 1084 and open the way for the computer account.'],
  ['WINHTTP12175', 'no-prt-network', 'strong', 'TLS failed.', 'First the clock, then TLS inspection.', { also: ['clock-skew'] }],
  ['WINHTTP12037', 'clock-skew', 'strong', 'By this clock the certificate is not valid.', 'Set the clock right.', { also: ['no-prt-network'] }],
];

export const time: readonly CodeRow[] = [
  ['0x80090324', 'clock-skew', 'conclusive', 'The clocks of PC and server differ.', 'Set the time right.'],
];

export const certificateTrust: readonly CodeRow[] = [
  ['0x80090325', 'no-prt-network', 'strong', 'The root is not trusted; no matter of time.', 'TLS inspection, or old roots.'],
  ['0x80090328', 'clock-skew', 'weak', 'A certificate of the TLS exchange has expired.', 'First the clock, then find which one.', { also: ['no-prt-network', 'certificate'] }],
  ['0x800b0101', 'clock-skew', 'weak', 'A certificate is outside its time.', 'First the clock, then find which one.', { also: ['certificate'] }],
];
