/** Statuses of the Windows sign-in (NTSTATUS) and of reading it in the wrong context. */
import { type CodeRow } from '../code-row.ts';

export const prtStatus: readonly CodeRow[] = [
  ['0xc000006a', 'no-prt-credential', 'weak', 'Says wrong password, but stands for any refusal (HTTP 400) and for no connection.', 'Read Server Error Code and Description beside it.', { also: ['no-prt-network', 'record-deleted', 'record-disabled'], note: 'Alone it does not prove a wrong password.' }],
  ['0xc000006d', 'no-prt-credential', 'weak', 'Says logon failure, but stands for any refusal (HTTP 400) and for no connection.', 'Read Server Error Code and Description beside it.', { also: ['no-prt-network', 'record-deleted', 'record-disabled'], note: 'Alone it does not prove a wrong password: a deleted device looks the same.' }],
  ['0xc0000072', 'no-prt-credential', 'weak', 'Says that the account is disabled; on a hybrid PC after sleep it can stand for AADSTS50034.', 'Check whether it is; else try again when VPN or domain is reachable.'],
  ['0xc0000234', 'no-prt-credential', 'strong', 'The account is locked.', 'Unlock it.'],
  ['0xc0000071', 'no-prt-credential', 'strong', 'The password has expired.', 'Change it.'],
  ['0xc0000224', 'no-prt-credential', 'strong', 'The password must be changed.', 'Change it.'],
  ['0xc0000133', 'clock-skew', 'strong', 'The clock differs from the domain\'s.', 'Set the time right.'],
  ['0xc000005f', 'no-prt-credential', 'strong', 'Entra does not know the part after the @.', 'Add it as a custom domain, or use an alternate login id.', { also: ['hybrid-sync'] }],
  ['0xc000005e', 'no-prt-network', 'weak', 'No domain controller answers.', 'Bring domain or VPN within reach.', { also: ['hybrid-sync'] }],
  ['0xc00000d0', null, 'weak', 'The request was not accepted (HTTP 400).', 'Read the server\'s error.', { also: ['no-prt-credential', 'record-deleted'] }],
  ['0xc000023c', 'no-prt-network', 'strong', 'The network is out of reach (or an HTTP 4xx).', 'Mend DNS or network; read HTTP Error.'],
  ['0xc00000be', 'no-prt-network', 'strong', 'The network path is wrong.', 'Mend the network.'],
  ['0xc00000c4', 'no-prt-network', 'strong', 'An unexpected network error.', 'Mend the network.'],
  ['0xc004844c', 'no-prt-credential', 'strong', 'The sign-in name is misshapen.', 'Correct it (whoami /upn).', { also: ['hybrid-sync'] }],
  ['0xc0048442', 'no-prt-network', 'weak', 'The token names no SID.', 'Something changes the answer on the way: the proxy.', { also: ['no-prt-credential'] }],
  ['0xc00484c1', 'no-prt-credential', 'strong', 'The federation gave no SAML token.', 'Federation endpoint or proxy.', { also: ['no-prt-network'] }],
  ['0xc004848b', 'no-prt-credential', 'strong', 'The federation names no address for passwords.', 'Correct its metadata.'],
  ['0xc004848c', 'no-prt-credential', 'strong', 'The federation names no address for certificates.', 'Correct its metadata.'],
  ['0xc00cee4f', 'no-prt-credential', 'strong', 'The federation\'s XML holds a forbidden part (DTD).', 'Correct it at the identity provider.'],
  ['0xc0048512', null, 'weak', 'An inner call of the sign-in plug-in (event 1104), also during healthy set-ups.', 'Noise, unless the token is missing and nothing else is logged.', { confidence: 'community', note: 'One Autopilot write-up calls it expected; Microsoft says nothing.' }],
  ['0xd000023c', 'no-prt-network', 'strong', 'DeviceAuthStatus could not run because the network is out of reach.', 'Mend the network and run it again; it says nothing about the record.', { note: 'Seen on a virtual machine with broken DNS.' }],
];

export const context: readonly CodeRow[] = [
  ['0xd0020017', null, 'weak', 'The account service did not answer, so nothing about the person could be read.', 'Wrong prompt or service down: run again as the person.', { confidence: 'community' }],
  ['0x80070520', null, 'weak', 'There is no sign-in session behind the prompt, so the default account could not be read.', 'Expected in an elevated or foreign prompt: run again as the person.', { also: ['not-device'] }],
  ['0xd000000d', null, 'weak', 'A parameter was not accepted while reading the account manager: usually the wrong prompt.', 'Run the command again in an ordinary prompt as the person.', { confidence: 'community' }],
];
