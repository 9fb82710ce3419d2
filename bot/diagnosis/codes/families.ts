/** What the first digits of a code say when the code itself is in no table. */
import { type CauseId } from '../diagnosis.ts';
import { type FamilyEntry } from './code-entry.ts';

const families: readonly (readonly [prefix: RegExp, family: string, meaning: string, cause: CauseId | null])[] = [
  [/^CAA1/, 'CAA1', 'The sign-in library refused a parameter, a window or a signature.', null],
  [/^CAA2/, 'CAA2', 'The server answered with an OAuth error; its AADSTS number should stand near.', null],
  [/^CAA3/, 'CAA3', 'An HTTP status of the sign-in service, in the last three digits.', 'no-prt-network'],
  [/^CAA5/, 'CAA5', 'The account broker or Windows failed around the real error.', null],
  [/^CAA7/, 'CAA7', 'A Windows internet error under the sign-in.', 'no-prt-network'],
  [/^CAA8/, 'CAA8', 'A WinINet or WinHTTP error, its number in the last four digits.', 'no-prt-network'],
  [/^CAA9/, 'CAA9', 'A step of the sign-in failed: federation, refresh or the device challenge.', null],
  [/^CAA/, 'CAA', 'An error of the Windows sign-in library.', null],
  [/^0x801c/, '0x801c', 'An error of device registration.', null],
  [/^0x8018/, '0x8018', 'An error of enrolling into device management.', 'not-managed'],
  [/^0x802[89]/, '0x8028', 'An error of the TPM chip.', 'tpm'],
  [/^0x8009/, '0x8009', 'An error of the key store, of cryptography or of Kerberos.', 'tpm'],
  [/^0x80072/, '0x80072', 'A WinINet network error.', 'no-prt-network'],
  [/^0xc004/, '0xc004', 'A status of the Entra sign-in plug-in of Windows.', null],
  [/^0x[cd]/, '0xc', 'A Windows status (NTSTATUS).', null],
  [/^WINHTTP/, 'WINHTTP', 'A WinHTTP network error.', 'no-prt-network'],
  [/^AADSTS/, 'AADSTS', 'An error of Entra ID that is not in our table.', null],
  [/^MSIS/, 'MSIS', 'An error of AD FS, never of Entra.', null],
];

export function familyOf(code: string): FamilyEntry | undefined {
  const line = families.find(([prefix]) => prefix.test(code));
  return line && { entry: 'family', code, family: line[1], meaning: line[2], cause: line[3] };
}
