/** What the reporter is told when an output cannot be used as it is: what was off, and what to do instead. */
import { type CaptureVerdict } from '../diagnosis.ts';

/** Shown to the reporter on the collect card; also `capture.reason` of the command line. */
export const gateReasons: Record<NonNullable<CaptureVerdict['reasonId']>, string> = {
  'no-capture':
    'I found an error code, but not the output of the command. Please open cmd from the Start menu, run dsregcmd /status and send me everything it prints.',
  unreadable: 'I could not read that as text. Please copy the output as text, or send it as a .txt file.',
  system:
    'This output was made by the computer’s own account, not by yours. Please open cmd from the Start menu in your own session and run dsregcmd /status again.',
  elevated:
    'This output comes from an administrator window, which cannot see your sign-in. Please open cmd from the Start menu without "Run as administrator" and run dsregcmd /status again.',
  'other-account':
    'This output was made under another account. Please sign in to Windows as yourself, open cmd from the Start menu and run dsregcmd /status again.',
  'local-account':
    'This output was made under an account that exists on this computer only. Please sign in to Windows with your work account and run dsregcmd /status again.',
  'remote-session':
    'This output was made over Remote Desktop. Please run dsregcmd /status at the computer itself; sharing your screen is fine.',
  stale: 'This output is more than a day old. Please run dsregcmd /status again now and send me the new output.',
  'other-device': 'This output comes from a different computer. Please run dsregcmd /status on the computer that shows the error.',
  'other-tenant':
    'This computer belongs to a different organization than the account that cannot sign in. Please tell your helpdesk which computer and which account you use.',
  partial: 'Part of the output is missing. If you can, please copy all of it, from the first line to the last.',
};
