import { clockText } from '../facts/moments.ts';
import { repairsOf } from './repairs-of-rules.ts';
import { freshAttempt, runA, step, type Steps } from './step.ts';

const sync = (start: 'Open' | 'Then open') => step('reporter', `${start} Settings > Accounts > Access work or school > your account > Info > Sync, wait 5 to 15 minutes, and sign in again.`);

/** @see https://learn.microsoft.com/intune/intune-service/protect/device-compliance-get-started */
export const forNotCompliant: Steps = ({ facts }) => {
  const rules = facts.intune.failedSettings?.map((setting) => setting.settingName ?? setting.setting ?? '').filter((rule) => rule !== '') ?? [];
  const change = facts.complianceChange;
  const isDefault = facts.intune.failedSettings?.some((setting) => /default/i.test(setting.policyName ?? '')) === true;
  if (isDefault) {
    return [
      sync('Open'),
      step('Intune Administrator', 'The built-in device compliance policy fails: check in Intune admin center > Devices > All devices > this device that a policy is assigned, that the enrolled person exists and is licensed, and that the last check-in is recent; then start a sync.'),
    ];
  }
  return [
    ...repairsOf(rules).map((repair) => step('reporter', repair)),
    sync('Then open'),
    step('Intune Administrator', `Open Intune admin center > Devices > All devices > this device > Device compliance, read the failing rule${rules.length ? '' : ' (it could not be read here)'} and start a sync.`),
    ...(change ? [step('Intune Administrator', `Check the change of “${change.policyName}” on ${clockText(change.at)}: restore the rule or give a grace period if it was not meant to hit this device.`)] : []),
  ];
};

/** @see https://learn.microsoft.com/intune/intune-service/enrollment/windows-enroll */
export const forNotManaged: Steps = ({ facts }) => [
  facts.intune.state === 'orphan'
    ? step('Intune Administrator', 'Intune still holds the former registration of this laptop: have the automatic enrolment run again for the present one (scope, licence, then Intune’s enrolment task).')
    : step('Intune Administrator', 'Check MDM user scope, Intune licence, enrolment restrictions and device limit of the person, then have the automatic enrolment run again.'),
  step('reporter', 'Stay signed in and keep the laptop online. Is it your own laptop? Then install the Company Portal app, sign in there and follow it.'),
  step('helpdesk', 'Until then the person can work on another compliant device.'),
];

/** @see https://learn.microsoft.com/intune/intune-service/protect/compliance-policy-monitor */
export const forEnrolmentPending: Steps = () => [
  step('reporter', 'Keep the laptop plugged in and online, finish the set-up screens and restart once. Then open Settings > Accounts > Access work or school > your account > Info > Sync.'),
  step('helpdesk', 'Wait up to 24 hours after the registration; another compliant device helps meanwhile. A Temporary Access Pass helps to finish the set-up and nothing else.'),
  step('Intune Administrator', 'Check the enrolment status, the assigned profile, licence and MDM scope of the person.'),
];

/** @see https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant */
export const forWrongJoinType: Steps = ({ facts }) => [
  step('helpdesk', 'Find out whose laptop it is: company property or personal.'),
  ...(facts.demand?.policyName ? [step('Conditional Access Administrator', `Check with What If whether “${facts.demand.policyName}” is meant for this kind of device.`)] : []),
  step('helpdesk', 'A company PC is set up by IT in the join type the policy expects; on a personal PC the allowed way is used (enrolment, browser, virtual desktop).'),
  step('reporter', 'Until this is decided, work on your company laptop, or in the browser where your company allows it.'),
];

/** @see https://learn.microsoft.com/entra/identity/devices/faq */
export const forNotJoined: Steps = ({ facts }) => {
  if (!facts.local.given) {
    return [runA, step('helpdesk', 'Ask whether it is a company or a personal PC, and in which app, browser and profile it failed: the sign-in showed no device, and the log cannot tell why.')];
  }
  return [
    step('helpdesk', 'Find out whether it is a company or a personal PC, and check that the person may join devices and is below the device limit.'),
    facts.local.joinType === 'domain-only' || facts.local.joinType === 'domain-and-registered'
      ? step('Hybrid Identity Administrator', 'A PC of the Windows domain takes the hybrid way: once the limit or right is put in order, its registration task runs again at the next sign-in on the corporate network.')
      : step('local-administrator', 'Company PC: Settings > Accounts > Access work or school > Connect > Join this device to Microsoft Entra ID, with the person’s account and second factor; a PC of the Windows domain takes the hybrid way instead.'),
    step('reporter', 'Is it your own computer, and does your company allow it? Then add your work account under Settings > Accounts > Access work or school. A company laptop: leave it to IT.'),
  ];
};

/** Only that change goes back, only that policy, and the devices are repaired afterwards. */
export const forNewPolicy: Steps = ({ facts }) => {
  const change = facts.policyChange;
  const name = change?.policyName ?? 'the changed policy';
  return [
    step('Conditional Access Administrator', `Check the change of “${name}”${change ? ` of ${clockText(change.at)}` : ''}${change?.actor ? `, made by ${change.actor}` : ''}: roll that one change back, set that one policy to report-only, or narrow it to a pilot group. Exclusions of emergency accounts stay.`),
    step('helpdesk', 'Treat further reports of the same policy as one incident, and wait with repairs of single laptops.'),
    step('reporter', 'Nothing is wrong with your laptop. Work on another allowed device or in the browser; your helpdesk tells you when to try again.'),
  ];
};

/** Says what is missing for a support case rather than to open one at once. */
export const forEscalate: Steps = ({ facts }) => [
  freshAttempt,
  step('helpdesk', 'Look at Microsoft 365 admin center > Health > Service health, and check that the last change is more than 24 hours old.'),
  ...(facts.local.keySign === undefined ? [step('local-administrator', 'Run “dsregcmd /status” in an elevated command prompt and add the text to the case.')] : []),
  step('helpdesk', 'If a new attempt fails the same way: open a support case with request id, correlation id, UTC time, device id, policy and both outputs.'),
];
