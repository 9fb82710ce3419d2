import type { NextStep } from '../diagnosis.ts';
import { freshAttempt, runB, step, type Prognosis, type Steps } from './step.ts';

/** @see https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token */
export const forNetwork: Steps = ({ facts }) => [
  step('reporter', 'Try another network once, for example your phone’s hotspot (or the VPN on instead of off, or off instead of on). Then lock the laptop (Windows key + L) and unlock it.'),
  step('network-team', 'Make login.microsoftonline.com, device.login.microsoftonline.com and enterpriseregistration.windows.net reachable as SYSTEM, without a proxy sign-in and without TLS inspection of device.login.microsoftonline.com; compare with “netsh winhttp show proxy”.'),
  ...(facts.local.attempts.length === 0 && facts.local.deviceAuth === undefined ? [runB] : []),
];

/** @see https://learn.microsoft.com/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings */
export const forClock: Steps = ({ facts }) => [
  step('reporter', 'Open Settings > Time & language > Date & time, switch on “Set time automatically” and press “Sync now”. Then lock the laptop (Windows key + L) and unlock it.'),
  facts.local.joinType === 'hybrid-joined' || facts.local.joinType === 'domain-only' || facts.local.joinType === 'domain-and-registered'
    ? step('helpdesk', 'A domain PC takes its time from the domain controller: have its time checked as well.')
    : step('local-administrator', 'If it does not help: “w32tm /query /status” and “w32tm /resync” in an elevated command prompt.'),
];

/** What the person can do depends on what was refused; changing a password is only for an expired or unknown one. */
export const forCredential: Steps = ({ facts, leading }) => {
  const text = leading?.for.map((finding) => `${finding.id} ${finding.text}`).join(' ') ?? '';
  if (/account-disabled|AADSTS50057|AADSTS500341/.test(text)) {
    return [step('helpdesk', 'The person’s account is disabled, not the laptop: clarify with their manager why before anybody enables it.')];
  }
  if (/AADSTS50053|0xc0000234/i.test(text)) return [step('reporter', 'Wait 15 minutes without trying, then sign in once with your current password.'), step('helpdesk', 'Look at the sign-in log for the source of the failed attempts.')];
  if (/AADSTS50055|AADSTS50144|0xc0000071|0xc0000224/i.test(text)) return [step('reporter', 'Your password has expired: press Ctrl+Alt+Del on the office network or VPN, choose “Change a password”, then lock and unlock the laptop.')];
  if (/AADSTS13000|AADSTS135010/.test(text)) return [step('reporter', 'Sign in to Windows with your password instead of the PIN, then set up the PIN again with “I forgot my PIN”.')];
  const byFederation = /CAA900(06|14|17|22|23)|AADSTS(50008|50107)\b|0xc004844c|0xc00484c1|MSIS/i.test(text);
  return [
    step('reporter', 'Lock the laptop (Windows key + L) and unlock it with your current password, not with the PIN.'),
    step('reporter', 'Changed your password lately? Then, on the office network or VPN, sign out and in to Windows once with the new one.'),
    ...(/token-missing/.test(text) ? [step('helpdesk', 'Check that the person signs in to Windows with their work account, not with a local or guest account.'), ...(facts.local.keySign === undefined ? [runB] : [])] : [step('helpdesk', 'Check in the sign-in log which credential was refused and from where.')]),
    ...(byFederation ? [step('Hybrid Identity Administrator', 'Check the federation server: its WS-Trust end points (usernamemixed, windowstransport), its certificates and its log of that time.')] : []),
  ];
};

const bySub: Readonly<Record<string, readonly NextStep[]>> = {
  'client-broker': [
    step('reporter', 'Close Teams and all Office apps, and restart the laptop once.'),
    step('helpdesk', 'Update Office and Teams, look for foreign accounts under Access work or school, for events 1097 and 1098 in the AAD log, and for security software that stops Microsoft.AAD.BrokerPlugin.'),
  ],
  mfa: [step('reporter', 'Sign in once more and approve the request on your phone (or the method you use). No request, or a new phone? Set a method up at aka.ms/mfasetup, or call your helpdesk.'), step('Authentication Administrator', 'If the person has no working method left, help them to register one after checking who they are.')],
  'session-age': [step('reporter', 'Just sign in again: your last sign-in has become too old, and that is by design.')],
  'browser-no-device': [step('reporter', 'Use Edge signed in with your work profile, in a normal window (not InPrivate); Chrome needs its Microsoft single sign-on switched on.')],
  'auth-flow': [step('reporter', 'Sign in directly on the laptop instead of with a code on another device: that kind of sign-in cannot show a device.')],
  'app-protection': [step('Conditional Access Administrator', 'Check the app rule of the policy: the approved-app grant is being retired, use app protection or device compliance instead.'), step('reporter', 'Use the app your company has approved for this.')],
  risk: [step('Security Administrator', 'Review the risk of this sign-in and of the person before anything else; access is given back by them only.')],
  'security-defaults': [step('reporter', 'Use a current version of the app: old ways of signing in are blocked.')],
  'other-tenant-or-guest': [step('helpdesk', 'Check which organization the person signs in to; guests need the trust settings of that organization (cross-tenant access).')],
  'app-config': [step('helpdesk', 'Ask the owner of the app: its registration or assignment refuses, not the laptop.')],
  location: [step('Conditional Access Administrator', 'Check the location condition of the named policy against where the person is.'), step('reporter', 'Try from the office network or the company VPN.')],
  terms: [step('reporter', 'Sign in again in the browser and accept the terms of use you are shown.')],
  'prompt-or-interrupt': [step('reporter', 'Sign in again and finish the prompt that appears.')],
  platform: [step('helpdesk', 'Check whether the system and the app are of a kind the policy supports.')],
  'password-change': [step('reporter', 'Sign in at myaccount.microsoft.com and follow what it asks you to do.')],
  'policy-condition': [step('Conditional Access Administrator', 'Check with What If why the named policy refuses this sign-in.')],
};

/** The laptop is left alone. */
export const forNotDevice: Steps = ({ leading }: Prognosis) => [
  ...(bySub[leading?.subReason ?? ''] ?? [step('helpdesk', 'Read the error of the sign-in log: it is not about the laptop.')]),
  ...(leading?.subReason === 'client-broker' ? [freshAttempt] : []),
];
