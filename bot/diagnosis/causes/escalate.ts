import type { Facts, Weighing } from '../facts/facts.ts';
import { finding, present } from '../facts/finding.ts';
import { hour, iso } from '../facts/moments.ts';
import { type Cause, nothing } from './cause.ts';
import { codeFindings } from './code-findings.ts';

/**
 * Everything the policy asks for is there and Entra refuses all the same, or its service answers with errors of its own.
 * One sitting cannot prove it: run B, a day for replication and the service health page are still due.
 * @see https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access
 */
export const escalate: Cause = { id: 'escalate', gate: 'other', weigh };

function weigh(facts: Facts): Weighing {
  const { refusal, demands, device, local, log } = facts;
  const serviceFailed = codeFindings(facts, 'escalate');
  const met = refusal !== undefined && refusal.presented !== 'empty' && refusal.presented !== 'other' && refusal.known?.cause !== 'not-device' && demands.all.length > 0 && demands.all.every((demand) => demand.isMet);
  const rowAgrees = refusal?.row.deviceDetail?.isCompliant === true && [53000, 530002].includes(refusal.errorCode) && refusal.presented !== 'other' && device.object?.isCompliant !== false;
  if (!met && !rowAgrees) return serviceFailed.length ? ofService(facts, serviceFailed) : nothing;
  const enabled = device.state === 'found' && device.object?.accountEnabled === true;
  return {
    for: present([
      finding('grant-is-met', device.state === 'found' ? 'entra-device' : 'sign-in-log', 'T1', 'strong', 'The device has what the policy asks for.'),
      finding('refused-all-the-same', 'sign-in-log', 'T2', 'strong', 'Entra refused this device in spite of it.', iso(refusal.at)),
      local.deviceAuth?.kind === 'success' && finding('device-authenticates', 'dsregcmd', 'T3', 'strong', 'The laptop’s own test with Entra succeeded.'),
    ]),
    against: present([
      device.thumbprint === 'different' && finding('thumbprint-differs', 'entra-device', 'T1', 'strong', 'Entra knows another certificate for this device than the one on the laptop.'),
      log.successes.some(({ at }) => at > refusal.at) && finding('later-success', 'sign-in-log', 'T2', 'weak', 'A later sign-in of this person went well.'),
    ]),
    excluded: local.prt === 'no' || device.state === 'soft-deleted' || device.state === 'not-found' || device.object?.accountEnabled === false,
    atMost: local.userRowsValid && local.prt === 'yes' && enabled ? 'very-likely' : 'possible',
  };
}

/** A stumbling service is only worth a support case when it lasts. */
function ofService({ refusal, log }: Facts, codes: ReturnType<typeof codeFindings>): Weighing {
  const lasting = refusal && log.refusals.some((other) => other.known?.cause === 'escalate' && refusal.at - other.at >= hour);
  return {
    for: codes.map((code) => ({ ...code, weight: 'strong' })),
    against: [],
    atMost: lasting ? 'very-likely' : 'possible',
  };
}
