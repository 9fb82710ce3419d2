import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { clockText, iso, moment } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings, preJoinCodes } from './code-findings.ts';

/**
 * The object is there and enabled, but the device cannot prove to be it: certificate missing, expired, without its key,
 * or of another registration. A missing token alone never says so.
 * @see https://learn.microsoft.com/entra/identity/devices/faq
 */
export const certificate: Cause = { id: 'certificate', gate: 'token', weigh };

function weigh(facts: Facts): Weighing {
  const { local, device, now } = facts;
  const isThere = device.state === 'found' && !device.pending && device.object?.accountEnabled !== false;
  const endsAt = moment(local.certificate?.endsAt);
  const hasEnded = endsAt !== undefined && endsAt < now;
  const keyFailed = local.keySign === 'failed' && local.tpmProtected !== true;
  const serverRefused = codeFindings(facts, 'record-deleted').some((entry) => entry.tier === 'T2' && /50155/.test(entry.text));
  const isReplaced = device.state === 'not-found' && device.namesake !== undefined;
  const missing = preJoinCodes(facts).find((code) => code.cause === 'certificate');
  const found = present([
    device.thumbprint === 'different' && finding('thumbprint-differs', 'entra-device', 'T1', 'strong', 'Entra knows another certificate for this device than the one on the laptop.'),
    device.thumbprint === 'different' && local.deviceAuth?.kind === 'could-not-run' && finding('device-test-failed', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra fails.'),
    hasEnded && finding('certificate-ended', 'dsregcmd', 'T3', 'conclusive', `The device certificate ended on ${clockText(endsAt)}.`, iso(endsAt)),
    keyFailed && finding('key-test-failed', 'dsregcmd', 'T3', 'strong', 'The elevated key test says that the device key does not work.'),
    local.recoveryPending && local.tpmProtected === false && finding('recovery-pending', 'dsregcmd', 'T3', 'strong', 'Windows has marked the device keys as unusable and wants to recover them.'),
    missing && finding('certificate-missing', 'dsregcmd', 'T3', missing.strength, `The laptop reports ${missing.code}: its device certificate is missing.`),
    isReplaced && finding('registered-again', 'entra-device', 'T1', 'strong', 'Entra holds a younger registration with the same name: the laptop shows its former one.', device.namesake?.registrationDateTime),
    isThere && serverRefused && finding('known-device-refused', 'sign-in-log', 'T2', 'strong', 'Entra refused the device (AADSTS50155) although its record exists and is enabled.'),
    isThere && local.deviceAuth?.kind === 'refused' && finding('known-device-refused-locally', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test is refused although its record exists and is enabled.'),
    ...codeFindings(facts, 'certificate').filter((entry) => !(isThere && serverRefused && /50155/.test(entry.text))),
  ]);
  if (found.length === 0) return nothing;
  const works = local.deviceAuth?.kind === 'success';
  const proven = local.keySign === 'passed' && device.thumbprint === 'equal' && !hasEnded;
  const gone = (device.state === 'not-found' && !isReplaced) || device.state === 'soft-deleted' || device.object?.accountEnabled === false;
  return {
    for: found,
    against: present([
      works && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop proved its certificate to Entra in its own test.'),
      device.thumbprint === 'equal' && finding('thumbprint-equal', 'entra-device', 'T1', 'strong', 'The certificate on the laptop is the one Entra knows.'),
    ]).filter((entry) => !hasEnded || entry.id !== 'thumbprint-equal'),
    excluded: works || proven || (gone && !hasEnded) || device.pending,
  };
}
