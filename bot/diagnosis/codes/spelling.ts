/** The one spelling of every error code, and the numbers behind it. */

/** Hexadecimal digits of a 32-bit code from a signed or unsigned decimal. */
export function hexOfDecimal(decimal: string): string | undefined {
  const number = Number(decimal);
  if (!Number.isInteger(number) || number < -0x8000_0000 || number > 0xffff_ffff) return undefined;
  return (number < 0 ? number + 0x1_0000_0000 : number).toString(16).padStart(8, '0');
}

/**
 * Canonical spelling of a code written in any way the tables and clients write it: `CAA50021`, `AADSTS50155`,
 * `0x801c03f2`, `WINHTTP12007`, `MSIS7068`, `TP1002`, `error_hostname_duplicate`. Nothing for what is no code.
 */
export function canonical(raw: string): string | undefined {
  const text = raw.trim().replace(/^["'([{]+|["')\]},.:;]+$/g, '');
  const named = /^(?:error[\s_]?)?(AADSTS|CAA|WINHTTP|MSIS|TP)[\s_:-]{0,2}([0-9a-f]{4,9})$/i.exec(text);
  if (named) return namedCode((named[1] ?? '').toUpperCase(), (named[2] ?? '').toUpperCase());
  const hex = /^0x([0-9a-f]{1,8})$/i.exec(text) ?? /^([89cd][0-9a-f]{7})$/i.exec(text);
  if (hex?.[1]) return hexCode(hex[1].toLowerCase());
  const status = /^signInSessionStatusCode\s*(\d{4})$/i.exec(text);
  if (status) return `TP${status[1]}`;
  if (/^error_[a-z_]{4,40}$/i.test(text)) return text.toLowerCase();
  return /^-?\d{4,10}$/.test(text) ? decimalCode(text) : undefined;
}

function namedCode(family: string, digits: string): string | undefined {
  if (family === 'CAA') return digits.length === 5 ? `CAA${digits}` : undefined;
  return /^\d+$/.test(digits) ? `${family}${digits}` : undefined;
}

function hexCode(digits: string): string {
  if (/^caa[0-9a-f]{5}$/.test(digits)) return digits.toUpperCase();
  const number = Number.parseInt(digits, 16);
  // `HTTP Error : 0x2ee7` is the WinHTTP number in hexadecimal.
  return number >= 12_000 && number < 12_200 ? `WINHTTP${number}` : `0x${digits}`;
}

function decimalCode(text: string): string | undefined {
  const number = Number(text);
  if (number >= 12_000 && number < 12_200) return `WINHTTP${number}`;
  if (text.length < 9 && number > 0) return `AADSTS${number}`;
  const hex = hexOfDecimal(text);
  return hex && /^[89cd]/.test(hex) ? hexCode(hex) : undefined;
}
