import type { Topic } from './topic.ts';

/** What people ask who know the guide or run the tenant. */
export const forTechnicians: readonly Topic[] = [
  {
    id: 'both-yes',
    asked: [/\b(both|everything|all)\b.{0,25}\byes\b/, /\bazureadprt\b.{0,15}\byes\b.{0,60}\b(still|but)\b/, /\bazureadjoined\b.{0,60}\byes\b.{0,60}\b(still|but)\b/],
    title: 'Both lines say YES, and it still fails',
    body: [
      'Then Windows has its token, and something after that said no. Most often the laptop does not meet a company rule: the token stays YES even when the laptop is not compliant.',
      'It can also be another rule (second factor, place, how long ago you signed in), another device or profile than the one you looked at, or the Windows sign-in component. The sign-in log tells them apart, and I read it.',
    ],
    guideLine: 'it looks for a reason other than the device. We look at compliance first, because the token says nothing about it.',
    learnMore: { title: 'Troubleshoot with the sign-in log', url: 'https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access' },
  },
  {
    id: 'powershell',
    asked: [/\b(powershell|get-mgdevice|get-entradevice|graph sdk|script|report)\b.{0,60}\b(devices?|risk|fleet|affected|find|list|detect|tenant)\b/, /\b(find|detect|list|which)\b.{0,40}\b(devices|laptops|fleet)\b.{0,40}\b(risk|affected|before|next|powershell|will)\b/, /get-mgdevice/],
    title: 'Finding laptops before they fail',
    body: [
      'Get-MgDevice lists join type, and whether a device is enabled, managed and compliant. Look for hybrid devices without a registration date, disabled ones, unmanaged ones and those long unused. An empty compliance value means unknown, not fine.',
      'It cannot show the certificate, the token on the laptop, deleted devices or what a rule would decide. For that, use report-only mode and What If before switching a rule on.',
    ],
    guideLine: 'it proposes the list alone. We add report-only and What If, because the list can’t say what a rule decides.',
    learnMore: { title: 'Stale and pending devices', url: 'https://learn.microsoft.com/entra/identity/devices/manage-stale-devices' },
  },
];
