import type { Topic } from './topic.ts';

/** What people ask while they wait. */
export const commonQuestions: readonly Topic[] = [
  {
    id: 'sign-out-and-in',
    asked: [/\b(sign|log)(ing)?[ -]?out\b.{0,20}\b(and|then)\b.{0,12}\b(in|on)\b/, /\b(restart|reboot|lock and unlock|turn it off and on)\b.{0,30}\b(help|enough|fix|laptop|pc|computer|windows|again|first|\?)/, /\b(should|shall|can|could|must|do) i\b.{0,20}\b(sign out|log out|log off|restart|reboot)\b/],
    title: 'Lock and unlock once, that is enough',
    body: [
      'Press the Windows key and L, then unlock with your password. Windows then fetches its sign-in token anew. If that changes nothing, doing it again won’t either.',
      'Please stay signed in to Windows itself until we know the cause: with some causes, signing in again would not work.',
    ],
    guideLine: 'it says signing out and in never helps. We say once, because Windows renews its token that way; it repairs no missing registration.',
    learnMore: { title: 'How Windows signs you in', url: 'https://learn.microsoft.com/entra/identity/devices/concept-primary-refresh-token' },
  },
  {
    id: 'what-is-it',
    asked: [/\bwhat('s| is| does| are)\b.{0,40}\b(0x)?caa ?5?0?0?2?1?\w*\b/, /\bwhat (does|do|did) (it|this|the|that)( error| code| message| number)?( code)? mean\b/, /\b(meaning|explain|explanation)\b.{0,30}\b(error|code|caa\w*)\b/, /\bwhat (is|causes) (this|the) error\b/],
    title: 'What CAA50021 is',
    body: [
      'It is a number of the part of Windows that signs you in to work apps. It says that this failed, not why.',
      'Usually the laptop’s registration with your company or a rule about devices is behind it. Network, clock and sign-in data can be, too, so I check those as well.',
    ],
    guideLine: 'it explains the letters CAA as the name of a technology. We don’t, because in Windows they only mark the errors of its sign-in component.',
    learnMore: { title: 'When Windows has no sign-in token', url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token' },
  },
  {
    id: 'always-device',
    asked: [/\b(always|only|ever|really)\b.{0,30}\b(device|laptop|registration|device-state)\b.{0,30}\b(problem|issue|error|fault|state|cause|reason)\b/, /\b(network|clock|vpn|wi-?fi|internet|proxy)\b.{0,20}\b(be )?(the )?(cause|reason|problem)\b/],
    title: 'Usually the device, but not always',
    body: [
      'Most often it is the laptop’s registration with the company, or a company rule that the laptop doesn’t meet.',
      'The same code also appears when Windows can’t reach the sign-in service, when the clock is wrong, when the sign-in itself was refused, or when an app is stuck. I look at all of them before I name one.',
    ],
    guideLine: 'it says how often, in percent. We don’t, because nobody has counted.',
    learnMore: { title: 'When Windows has no sign-in token', url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-primary-refresh-token' },
  },
  {
    id: 'my-fault',
    asked: [/\b(my|our) (fault|mistake)\b/, /\bdid i (do|break|cause|make)\b/, /\b(am i|are we) (hacked|in trouble|to blame|fired)\b/, /\b(what did i do wrong|have i done (something|anything) wrong)\b/, /\b(been|got|is it|was i) hacked\b/],
    title: 'No, it isn’t your fault',
    body: [
      'This error comes from how the laptop is known to your company, or from a rule that changed. People rarely cause it by anything they did.',
      'It is no sign of an attack by itself either. If the log shows something that looks like one, the case goes to the security team.',
    ],
    learnMore: { title: 'How device rules work', url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant' },
  },
  {
    id: 'how-long',
    asked: [/\bhow (long|much time|quick\w*|soon|fast)\b/, /\bwhen (will|can|does|is)\b.{0,40}\b(work|fixed|ready|done|sign in|solved|finished|be over)\b/],
    title: 'How long it takes',
    body: [
      'I look up what your company knows about the laptop within a minute. If I need one text from the laptop, that takes you two more.',
      'After that it depends on the cause: some you solve yourself in a quarter of an hour, some need an administrator. Your card always shows who has it now.',
    ],
    learnMore: { title: 'Sign-in logs', url: 'https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins' },
  },
  {
    id: 'data-loss',
    asked: [/\b(lose|loose|lost|losing|loss|delet\w+|gone|safe|backup|back up)\b.{0,40}\b(data|files?|documents?|mails?|e-?mails?|photos?|onedrive|everything|work|desktop)\b/, /\b(data|files?|documents?|e-?mails?)\b.{0,30}\b(safe|lost|gone|deleted|lose)\b/],
    title: 'Your files stay where they are',
    body: [
      'Finding the cause changes nothing on the laptop, and your mail and OneDrive are in the cloud.',
      'Some repairs do have side effects: Windows Hello is set up again, and the recovery key must be known first. Whoever does such a repair checks that before, with you.',
    ],
    guideLine: 'it says nothing can be lost. We say files normally stay, because recovery keys, Hello and encrypted files can be affected.',
    learnMore: { title: 'Microsoft’s questions and answers', url: 'https://learn.microsoft.com/entra/identity/devices/faq' },
  },
  {
    id: 'why-only-me',
    asked: [/\bwhy (only |just |is it )?(me|us)\b/, /\bonly (me|i|my laptop|for me)\b/, /\bam i the only\b/, /\b(others?|everyone else|everybody else|colleagues?|my team)\b.{0,40}\b(fine|work|works|okay|too|same|sign in|not affected)\b/, /\bwhy (does|do) (this|it|i)\b/],
    title: 'Why you, and not everyone',
    body: [
      'Rules are made for certain people, apps and places, and every laptop has its own registration. So one person can be stopped while the next desk works.',
      'If several people are stopped in the same way at the same time, I notice and say so on the case.',
    ],
    guideLine: 'it names the people a rule applies to. We add the laptop, the app, the place and the licence, which differ as well.',
    learnMore: { title: 'How rules are put together', url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies' },
  },
  {
    id: 'keep-working',
    asked: [/\b(meanwhile|in the meantime|until then|keep working|work now|urgent\w*|deadline|presentation|meeting in)\b/, /\b(can|may|could) i (use|work|borrow|sign in)\b.{0,40}\b(phone|browser|another|other|colleague|private|personal|home|mobile|tablet|ipad)\b/],
    title: 'How to go on working meanwhile',
    body: [
      'Teams and Outlook on your phone usually go on working, and so does another company laptop. Documents are in OneDrive and can be opened there.',
      'Please don’t join a private computer to the company to get around the error. If it is urgent, write “talk to a person” and your helpdesk sees it.',
    ],
    learnMore: { title: 'How device rules work', url: 'https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant' },
  },
  {
    id: 'run-dsregcmd',
    asked: [/\b(how|where|what)\b.{0,40}\b(dsregcmd|dsreg|command prompt|cmd)\b/, /\bwhat is dsreg\w*/, /\b(is|are) (dsregcmd|the command|that command|this command)\b.{0,20}\b(safe|dangerous|secure)\b/],
    title: 'The command, and that it is safe',
    body: [
      'On the laptop press the Windows key, type cmd, press Enter (not “Run as administrator”). Type dsregcmd /status | clip and press Enter. Then paste it here with Ctrl + V.',
      'It only reads how the laptop is registered and changes nothing. There are no passwords in it. I keep it encrypted for seven days.',
    ],
    guideLine: 'it says to run it as yourself, not as administrator. So do we; for one test IT runs it once more as administrator.',
    learnMore: { title: 'dsregcmd', url: 'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd' },
  },
];
