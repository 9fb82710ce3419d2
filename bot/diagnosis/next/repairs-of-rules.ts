/** What a person can do about a failing compliance rule, by the names Intune prints for it. */
const repairs: readonly (readonly [RegExp, string])[] = [
  [/\bos ?(version|build)|osM(in|ax)|version|build|update/i, 'Open Settings > Windows Update, install everything it offers, and restart once.'],
  [/bitlocker|encrypt|storage/i, 'Open Settings, search for “BitLocker” or “Device encryption”, and see that it is on and has finished; then restart once. If it can’t be switched on, leave it to IT.'],
  [/defender|antivirus|anti-?malware|realtime|real-time|signature|firewall|security ?center/i, 'Open Windows Security and switch on what is shown there in yellow or red. If a switch is locked, leave it to IT.'],
  [/password|pin\b|lock/i, 'Open Settings > Accounts > Sign-in options and set up what Windows asks for there.'],
  [/secure ?boot|code ?integrity|tpm|attestation/i, 'Restart the laptop once (Restart, not Shut down): some security checks are only made while it starts.'],
  [/isactive|is ?active|check-?in|contact/i, 'Keep the laptop switched on and online for a while: it has not reported to your company for some time.'],
];

const generalRepair = 'Install all Windows updates, check that device encryption (BitLocker) is on, and restart once.';

/** @param rules the failing settings as Intune names them; none when they could not be read. */
export function repairsOf(rules: readonly string[]): readonly string[] {
  const known = rules.map((rule) => repairs.find(([named]) => named.test(rule))?.[1]);
  const found = [...new Set(known.filter((repair) => repair !== undefined))].slice(0, 3);
  return found.length > 0 ? found : [generalRepair];
}
