/**
 * What each verdict is called and how it is told.
 *
 * Read by the reporter on the diagnosis card (everything except `name`), at the worst moment of their working day and
 * mostly on a phone: short sentences, no Windows words unless they must be typed, nobody to blame, no promise that only
 * others can keep. `name` is read by the helpdesk and in lists.
 */
import type { Verdict } from '../../bot/diagnosis/diagnosis.ts';

export interface VerdictText {
  readonly name: string;
  /** Above the headline where the verdict names no cause, so that "very likely the cause" would be nonsense. */
  readonly eyebrow?: string;
  /** The headline. Without a hedge: the line above it says how sure we are. */
  readonly plainTitle: string;
  readonly whatItMeans: string;
  readonly yourFault: string;
  readonly whoFixes: string;
  readonly whatHappensNext: string;
  /** Rough and honest: the repair, and that the waiting comes on top. */
  readonly howLong: string;
  /** Shown under "What can I do now?" when no step is the reporter's. */
  readonly meanwhile: string;
}

const carryOn =
  'Nothing at this laptop. You can keep working in Teams on your phone, or on another work device. Stay signed in to Windows here.';

export const verdictTexts: Record<Verdict, VerdictText> = {
  'record-deleted': {
    name: 'Device record deleted',
    plainTitle: 'Your laptop’s entry in the company directory is gone',
    whatItMeans:
      'Microsoft 365 recognises your laptop by an entry your company keeps about it. That entry has been deleted, so the laptop is no longer recognised, although nothing on it is broken.',
    yourFault: 'No. Such entries are kept, and removed, on the company’s side.',
    whoFixes: 'IT, the people who look after devices.',
    whatHappensNext:
      'IT finds out why the entry was removed. If it can be brought back, that is enough; otherwise they connect the laptop again together with you.',
    howLong: 'The repair is usually a matter of minutes, up to half an hour with someone from IT. When they can start depends on your helpdesk.',
    meanwhile: carryOn,
  },
  'record-disabled': {
    name: 'Device record disabled',
    plainTitle: 'Your laptop’s entry in the company directory is switched off',
    whatItMeans:
      'Microsoft 365 recognises your laptop by an entry your company keeps about it. The entry is still there, but somebody or something switched it off, and that stops the sign-in.',
    yourFault: 'No. This is done in the company’s directory: by hand, or by an automatic clean-up.',
    whoFixes: 'IT, the people who look after devices.',
    whatHappensNext: 'IT first asks why it was switched off. If there is no reason to keep it off, they switch it on again.',
    howLong: 'Switching it on takes minutes. Asking why it is off may take longer, and that part matters.',
    meanwhile: carryOn,
  },
  'not-compliant': {
    name: 'Device not compliant',
    plainTitle: 'Your laptop misses one of your company’s security settings',
    whatItMeans:
      'Your company lets laptops in that meet its security rules, such as recent updates or disk encryption. Your laptop is known and looked after, but one rule is not met at the moment.',
    yourFault: 'No. Rules and updates change, and a laptop can fall behind without anyone noticing.',
    whoFixes: 'Often a small step on the laptop is enough. If not, IT does it.',
    whatHappensNext: 'Once the setting is right, the laptop reports it by itself and the sign-in works again.',
    howLong: 'After the setting is right, allow 5 to 15 minutes for the report, at times longer.',
    meanwhile:
      'Keep the laptop on and online. You can ask it to report now: Settings, Accounts, Access work or school, your account, Info, Sync.',
  },
  'not-managed': {
    name: 'Device not managed',
    plainTitle: 'Your laptop is known, but your company doesn’t look after it yet',
    whatItMeans:
      'To let a laptop in, your company wants its device management to look after it. Your laptop is in the directory, but the link to that management is missing.',
    yourFault: 'No. The link is made in the background; it was not completed, or it got lost.',
    whoFixes: 'IT, the people who run the device management.',
    whatHappensNext: 'IT checks why the link is missing and makes it again. Then the laptop has to pass its first check.',
    howLong: 'Often within the hour once IT begins, including the first check.',
    meanwhile: 'Keep the laptop on and online. You can keep working in Teams on your phone, or on another work device.',
  },
  'wrong-join-type': {
    name: 'Wrong join type',
    plainTitle: 'Your laptop is connected to the company in a way the rule doesn’t accept',
    whatItMeans:
      'A laptop can be connected to a company in several ways. Yours is connected in one way, and the rule that stopped you asks for another.',
    yourFault: 'No. How a laptop is connected is decided when it is set up.',
    whoFixes: 'IT. Your helpdesk first finds out whether it is a company laptop or your own.',
    whatHappensNext:
      'A company laptop gets the right connection from IT. For your own computer there is usually another allowed way in; you don’t have to hand it over to the company.',
    howLong: 'Finding out is quick. Connecting a company laptop anew can take an hour or more with IT.',
    meanwhile: carryOn,
  },
  'hybrid-sync': {
    name: 'Hybrid join not finished',
    plainTitle: 'Your laptop has not fully arrived in the company’s cloud directory',
    whatItMeans:
      'Your laptop belongs to the company network, and its entry is copied from there to the cloud. That copy is missing or not finished.',
    yourFault: 'No. The copying runs between the company’s servers and the cloud.',
    whoFixes: 'IT, the people who look after the directory.',
    whatHappensNext:
      'IT finds out what holds up the copy and lets it run again. A sign-in to Windows on the company network usually finishes it.',
    howLong: 'For a new laptop: often within an hour, by itself. Otherwise it depends on what IT finds.',
    meanwhile: 'Leave the laptop on and connected to the company network or VPN, if you can. Work in Teams on your phone meanwhile.',
  },
  certificate: {
    name: 'Device certificate unusable',
    plainTitle: 'Your laptop can no longer prove which laptop it is',
    whatItMeans:
      'Your laptop carries a kind of ID card for the company. That card is damaged, out of date or from an earlier set-up, so Microsoft 365 doesn’t accept it.',
    yourFault: 'No. It happens after large updates, repairs or a moved Windows installation.',
    whoFixes: 'IT, together with you at the laptop.',
    whatHappensNext: 'IT makes one more check and then gives the laptop a new ID card, in the way that fits this laptop.',
    howLong: 'About half an hour with someone from IT. When they can start depends on your helpdesk.',
    meanwhile: carryOn,
  },
  'new-policy': {
    name: 'Policy new or changed',
    plainTitle: 'A company rule changed, and your laptop doesn’t meet it yet',
    whatItMeans:
      'A rule about who may sign in from which laptop was added or changed. Your laptop is the same as before, but the rule now asks for more.',
    yourFault: 'No. The change was made on the company’s side, and you may not be the only one it reaches.',
    whoFixes: 'IT, the people who look after access rules.',
    whatHappensNext: 'IT decides whether to pause or narrow that one rule while laptops catch up.',
    howLong: 'After the decision it usually takes minutes until it reaches you, at worst a day.',
    meanwhile: carryOn,
  },
  'enrolment-pending': {
    name: 'Enrolment still running',
    plainTitle: 'Your laptop is still being set up',
    whatItMeans:
      'It is new or freshly installed, and its company set-up isn’t finished. Until it is, the rule that checks laptops can’t say yes.',
    yourFault: 'No. This is normal in the first hours.',
    whoFixes: 'Mostly nobody has to: it finishes by itself. If it gets stuck, IT helps.',
    whatHappensNext: 'The laptop goes on with its set-up in the background and reports in by itself.',
    howLong: 'Usually up to a few hours. Still the same after a day? Then something is stuck, and IT takes over.',
    meanwhile: 'Keep the laptop on, online and plugged in. If Windows asks for a restart, let it restart once.',
  },
  'not-device': {
    name: 'Not the device',
    plainTitle: 'Your laptop is fine; something else stopped the sign-in',
    whatItMeans: 'The laptop is known and in order. The sign-in was refused for another reason.',
    yourFault: 'No. Sign-ins are checked for many things, and this one isn’t about your laptop.',
    whoFixes: 'That depends on what refused.',
    whatHappensNext: 'The simplest step is tried first. One new sign-in then shows whether that was all.',
    howLong: 'Often a few minutes. If another team is needed, the waiting comes on top.',
    meanwhile: 'Close the app that shows the error, restart the laptop once, and try again. Then press “Check again”.',
  },
  escalate: {
    name: 'Escalate to Microsoft',
    plainTitle: 'Everything looks right, and the sign-in is still refused',
    whatItMeans: 'Your laptop meets the rule that refused it, as far as anyone here can see. The reason must lie deeper, at Microsoft.',
    yourFault: 'No. You and your laptop have done everything right.',
    whoFixes: 'Your helpdesk, together with Microsoft’s support.',
    whatHappensNext: 'Your helpdesk makes the last checks and hands everything we collected to Microsoft.',
    howLong: 'Honestly: it can take hours or days, because it is out of your company’s hands.',
    meanwhile: carryOn,
  },
  'no-prt-network': {
    name: 'Sign-in service not reached',
    plainTitle: 'Your laptop can’t reach Microsoft’s sign-in service',
    whatItMeans: 'Web pages may open, but Windows itself doesn’t get through to the place where it signs in. Something on the way is closed.',
    yourFault: 'No. It is the connection, not you.',
    whoFixes: 'Sometimes another network is enough. Otherwise the network team.',
    whatHappensNext: 'If it works on another network, the network team knows where to look.',
    howLong: 'Trying another network takes five minutes. A change in the company network takes longer.',
    meanwhile: 'Connect the laptop to another network once, for example your phone’s hotspot. Lock it, unlock it, and press “Check again”.',
  },
  'no-prt-credential': {
    name: 'Sign-in data refused',
    plainTitle: 'Windows couldn’t confirm that it is you',
    whatItMeans:
      'Windows on your laptop tried to sign you in and got a no. Often it still uses an older sign-in, for example because the password was changed on another device.',
    yourFault: 'No. Windows doesn’t always notice a change made elsewhere.',
    whoFixes: 'Often you can, by unlocking the laptop once. Otherwise your helpdesk.',
    whatHappensNext: 'If unlocking with your current password doesn’t help, your helpdesk looks at what exactly was refused.',
    howLong: 'A minute to try. If the helpdesk is needed, the waiting comes on top.',
    meanwhile: 'Lock the laptop (Windows key + L) and unlock it with your current password instead of the PIN. Then press “Check again”.',
  },
  'clock-skew': {
    name: 'Clock wrong',
    plainTitle: 'Your laptop’s clock is wrong',
    whatItMeans: 'Signing in only works when laptop and server agree on the time. They are more than a few minutes apart.',
    yourFault: 'No. Clocks drift, and batteries on the mainboard get old.',
    whoFixes: 'Usually you can, in two minutes. If the setting is locked, IT does it.',
    whatHappensNext: 'With the right time, lock and unlock the laptop once, and the sign-in is tried again.',
    howLong: 'About two minutes.',
    meanwhile: 'Open Settings, Time & language, Date & time. Switch on “Set time automatically” and press “Sync now”. Then lock and unlock once.',
  },
  tpm: {
    name: 'Security chip problem',
    plainTitle: 'Your laptop’s security chip doesn’t answer as it should',
    whatItMeans: 'A chip in your laptop keeps the key that proves which laptop it is. At the moment Windows can’t use that key.',
    yourFault: 'No. It happens after firmware updates and repairs.',
    whoFixes: 'Sometimes a restart does. Otherwise IT.',
    whatHappensNext: 'If a restart isn’t enough, IT gives the laptop a new key and makes sure of the disk’s recovery key first.',
    howLong: 'A restart takes minutes. A new key takes about half an hour with someone from IT.',
    meanwhile: 'Save your work and restart the laptop once. Then press “Check again”. Please leave the chip’s own settings alone.',
  },
  'not-joined': {
    name: 'Not joined or registered',
    plainTitle: 'Your laptop isn’t connected to your company yet',
    whatItMeans: 'Your company only lets laptops in that it knows, and this one has not been introduced to it.',
    yourFault: 'No. Somebody has to make that connection when a laptop is handed out.',
    whoFixes: 'IT. Your helpdesk first finds out whether it is a company laptop or your own.',
    whatHappensNext:
      'A company laptop is connected by IT or with their instructions. For your own computer there is usually another allowed way in.',
    howLong: 'Connecting takes about half an hour; the first check of the laptop can take a little longer.',
    meanwhile: carryOn,
  },
  healthy: {
    name: 'Device looks healthy',
    eyebrow: 'What the laptop shows',
    plainTitle: 'Your laptop looks healthy',
    whatItMeans: 'Seen from the laptop, everything is in order. What refused the sign-in can only be seen elsewhere.',
    yourFault: 'No. Nothing on your laptop is wrong.',
    whoFixes: 'Nobody yet. First we have to see what refused.',
    whatHappensNext: 'One new attempt, with its time written down, shows what refused.',
    howLong: 'An attempt shows up in the log after some minutes.',
    meanwhile: 'Try to sign in once more and note the time. Wait about ten minutes, then press “Check again”.',
  },
  'run-as-system-or-elevated': {
    name: 'Wrong window',
    eyebrow: 'One more try, please',
    plainTitle: 'The text came from a window that can’t see your sign-in',
    whatItMeans: 'It was taken in an administrator or system window. Windows shows other values there, and they say nothing about you.',
    yourFault: 'No. The two windows look almost the same.',
    whoFixes: 'You can: the same command in an ordinary window.',
    whatHappensNext: 'With that text we can look again.',
    howLong: 'About two minutes.',
    meanwhile: 'Press the Windows key, type cmd, press Enter (not “Run as administrator”), and send the text again.',
  },
  unclear: {
    name: 'Not known yet',
    eyebrow: 'Not known yet',
    plainTitle: 'We don’t know the cause yet',
    whatItMeans: 'What we have seen so far fits more than one cause, and a guess could cost you your access to the laptop.',
    yourFault: 'Nothing points to you.',
    whoFixes: 'Your helpdesk looks at it with you.',
    whatHappensNext: 'One more fact would decide. Once it is here, I look again and tell you.',
    howLong: 'We can’t say before we know the cause.',
    meanwhile: carryOn,
  },
};
