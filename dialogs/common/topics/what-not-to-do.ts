import type { Topic } from './topic.ts';

/** First aid that people find elsewhere and that does not help, or makes it worse. */
export const whatNotToDo: readonly Topic[] = [
  {
    id: 'cookies',
    asked: [/\b(cookies?|cache|browser data|browsing data|history)\b/],
    title: 'Clearing cookies won’t help here',
    body: [
      'Outlook, Teams and the other Windows apps sign in through Windows itself, not through your browser. Cookies play no part in it, so you can keep them.',
      'If the error only ever shows in a browser, tell me so: then the browser’s profile or a private window may be the reason, and that is looked at differently.',
    ],
    guideLine: 'it says the same. We add one case: in a browser only, the profile or a private window can matter.',
    learnMore: { title: 'How Windows signs you in', url: 'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token' },
  },
  {
    id: 'reset-password',
    asked: [/\b(reset|change|new|renew|update|forgot)\w*\b.{0,30}\b(password|passwort|pwd|pin)\b/, /\b(password|pin)\b.{0,30}\b(reset|change|wrong|problem|the reason|expired)\b/],
    title: 'Please leave your password as it is',
    body: [
      'With this error the laptop’s registration or a company rule is the usual reason, not your password. A new password would cost you time and can make Windows ask for the old one.',
      'There are exceptions: if the sign-in log says that the password itself was refused or has expired, I’ll tell you, and the helpdesk does it together with you.',
    ],
    guideLine: 'it says never. We say not by default, because the sign-in log sometimes does name the password.',
    learnMore: { title: 'When Windows has no sign-in token', url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token' },
  },
  {
    id: 'certificate',
    asked: [/\b(cert(ificate)?s?|certlm|certmgr|ms-organization-access)\b/, /\b(cleaner|cleanup tool|cleaning tool|ccleaner|registry clean\w*|tune-?up)\b/],
    title: 'Please don’t delete certificates, and no cleaner tools',
    body: [
      'Windows proves with a certificate that it is your company’s laptop. Without it the sign-in fails for certain, and somebody has to register the laptop again.',
      'Your files would stay, but it does not come back by itself on every laptop, and Windows Hello and the disk’s recovery key can be affected.',
      'If the certificate really is the reason, I show it with evidence and hand the repair to the person who may do it.',
    ],
    guideLine: 'it proposes deleting the certificate by hand and says nothing is lost. We don’t, because Microsoft’s repair renews it without that step.',
    learnMore: { title: 'Microsoft’s questions and answers', url: 'https://learn.microsoft.com/entra/identity/devices/faq' },
  },
  {
    id: 'leave',
    asked: [/dsregcmd(\.exe)?\s*\/\s*(leave|join|forcerecovery|debug)/, /\b(leave|unjoin|disconnect|remove|re-?join|re-?register)\b.{0,40}\b(domain|entra|azure|aad|organi[sz]ation|work account|work or school|device|laptop|company|tenant)\b/],
    title: 'Please don’t disconnect the laptop',
    body: [
      'On many company laptops, leaving the organisation means that nobody can sign in to Windows any more, not even you. That includes “Disconnect” in the settings and dsregcmd with anything else than /status.',
      'Such a step belongs to IT, with a tested local administrator and the recovery key at hand. If it is needed at all, I hand it to them.',
    ],
    guideLine: 'it proposes to leave and sign in again on every laptop. We don’t, because on joined laptops it locks people out; there is a gentler repair.',
    learnMore: { title: 'Microsoft’s questions and answers', url: 'https://learn.microsoft.com/entra/identity/devices/faq' },
  },
  {
    id: 'temporary-access-pass',
    asked: [/\b(temporary access pass|access pass|tap code|a tap|tap bypass|the tap|tap)\b/],
    title: 'A Temporary Access Pass does not open this door',
    body: [
      'The pass is a way to sign in without a password. It helps to finish setting up a new laptop or Windows Hello.',
      'It does not make the laptop compliant or known, so a rule that asks for such a laptop still says no. Until then, a colleague’s or another company device that works is the quicker way.',
    ],
    guideLine: 'it proposes a pass to get around device rules. We don’t, because Microsoft applies those rules to the pass as well.',
    learnMore: { title: 'Temporary Access Pass', url: 'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass' },
  },
  {
    id: 'conditional-access-off',
    asked: [/\b(disable|turn(ing)? off|switch(ing)? off|remov(e|ing)|delet(e|ing)|bypass|deactivat\w+|pause)\b.{0,40}\b(conditional access|ca polic\w+|polic(y|ies)|rules?)\b/, /\b(exclude|exempt|exception|whitelist|allow ?list)\b.{0,30}\b(me|user|polic\w+|conditional)\b/],
    title: 'The rule stays on; there are better ways',
    body: [
      'The rule keeps unknown devices away from your company’s data. Switched off, it would protect nobody, and the laptop would still have its problem.',
      'If work can’t wait, a Conditional Access Administrator may approve an exception for one person, for a short time, on one rule. A change that hit many people is put back to report-only, that one change alone.',
    ],
    guideLine: 'it says the same: not off “just to test”, and a short exception for one person if it must be.',
    learnMore: { title: 'Report-only mode', url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only' },
  },
  {
    id: 'reset-laptop',
    asked: [/\b(reset|reinstall|re-?image|wipe|format|factory)\b.{0,30}\b(windows|laptop|pc|computer|device|machine|tpm)\b/, /\b(clear|reset)\b.{0,20}\btpm\b/],
    title: 'Please don’t reset the laptop',
    body: [
      'A reset takes away your programs and perhaps your files, and it rarely is the repair. Clearing the security chip also asks for the recovery key afterwards.',
      'Let me find the cause first. If a reset is the way in the end, IT decides it with you and saves your data before.',
    ],
    learnMore: { title: 'Microsoft’s questions and answers', url: 'https://learn.microsoft.com/entra/identity/devices/faq' },
  },
];
