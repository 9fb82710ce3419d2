/** Cases to draw: people, laptops and verdicts of the invented company Contoso, built in one place. */
import type { Asking, Case } from '../../../bot/cases/case.ts';
import type { Diagnosis, Finding, Verdict } from '../../../bot/diagnosis/diagnosis.ts';

export const now = '2026-11-22T09:20:00.000Z';
export const frame = { banner: 'Sandbox: Contoso is invented. Nothing here is real.' };

export function aCase(change: Partial<Case> = {}): Case {
  return {
    id: 'c_7Yw2mK4tQz',
    number: 1042,
    tenantId: '11111111-1111-4111-8111-111111111111',
    reporter: {
      aadObjectId: '22222222-2222-4222-8222-222222222222',
      name: 'Adele Vance',
      userPrincipalName: 'adele.vance@contoso.example',
    },
    state: 'gathering',
    version: 3,
    openedAt: '2026-11-22T09:05:00.000Z',
    updatedAt: '2026-11-22T09:18:00.000Z',
    words: 'Outlook says CAA50021 and I cannot get in, please help',
    device: {},
    progress: { directory: 'read', signIns: 'reading', intune: 'waiting', startedAt: '2026-11-22T09:05:01.000Z' },
    holder: { kind: 'bot' },
    captureCount: 0,
    anchor: 0,
    ...change,
  };
}

export function finding(id: string, text: string, change: Partial<Finding> = {}): Finding {
  return { id, text, source: 'entra-device', tier: 'T1', weight: 'conclusive', ...change };
}

export function aDiagnosis(verdict: Verdict, change: Partial<Diagnosis> = {}): Diagnosis {
  const isCause = !['healthy', 'run-as-system-or-elevated', 'unclear'].includes(verdict);
  return {
    verdict,
    confidence: 'very-likely',
    ranked: isCause
      ? [
          {
            cause: verdict as never,
            confidence: 'very-likely',
            for: [
              finding('device-refused', 'The device says it was refused as disabled or deleted.', { source: 'dsregcmd', tier: 'T3', weight: 'strong' }),
              finding('sign-in-700003', 'The sign-in to Outlook failed with AADSTS700003, device object not found.', {
                source: 'sign-in-log',
                tier: 'T2',
                at: '2026-11-22T08:58:00Z',
              }),
            ],
            against: [finding('recent-sync', 'Intune has seen the device two days ago.', { source: 'intune', tier: 'T4', weight: 'weak' })],
          },
          { cause: verdict === 'certificate' ? 'tpm' : 'certificate', confidence: 'possible', for: [finding('prt-no', 'AzureAdPrt is NO.', { source: 'dsregcmd' })], against: [] },
        ]
      : [],
    findings: [finding('prt-no', 'AzureAdPrt is NO.', { source: 'dsregcmd', tier: 'T3', weight: 'strong' })],
    gaps: [
      { id: 'deletedDevices', text: 'The list of deleted devices could not be read: the right to read it is missing.' },
      { id: 'conditionalAccessPolicies', text: 'The policies could not be read, so the policy result is not known.' },
    ],
    next: [
      { who: 'Cloud Device Administrator', step: 'Restore the deleted device object if it is still in the bin.' },
      { who: 'helpdesk', step: 'Find out in the audit log who deleted the device and why.' },
      { who: 'local-administrator', step: 'If it cannot be restored, run dsregcmd /forcerecovery in an elevated prompt at the PC.' },
    ],
    capture: { usable: true, reason: null },
    contexts: [],
    device: { deviceId: '33333333-3333-4333-8333-333333333333', name: 'CONTOSO-LT-0417', joinType: 'entra-joined' },
    failure: {
      at: '2026-11-22T08:58:00Z',
      errorCode: 700003,
      app: 'Microsoft Outlook',
      correlationId: '44444444-4444-4444-8444-444444444444',
      requestId: '55555555-5555-4555-8555-555555555555',
      policies: [{ id: 'p1', name: 'CA004: Require compliant device', grant: 'RequireCompliantDevice' }],
    },
    rules: '1',
    ...change,
  };
}

export function diagnosed(verdict: Verdict, change: Partial<Diagnosis> = {}, more: Partial<Case> = {}): Case {
  return aCase({
    state: 'diagnosed',
    device: { deviceId: '33333333-3333-4333-8333-333333333333', name: 'CONTOSO-LT-0417' },
    progress: { directory: 'read', signIns: 'read', intune: 'partly' },
    holder: { kind: 'role', role: 'Cloud Device Administrator' },
    captureCount: 1,
    diagnosis: aDiagnosis(verdict, change),
    ...more,
  });
}

export function asked(what: Asking['what'], change: Partial<Asking> = {}, more: Partial<Case> = {}): Case {
  return aCase({
    state: 'collecting',
    asking: { what, since: '2026-11-22T09:10:00Z', times: 1, ...change },
    holder: { kind: what === 'elevated-capture' ? 'helpdesk' : 'reporter' },
    progress: { directory: 'read', signIns: 'read', intune: 'read' },
    ...more,
  });
}

export function threeLaptops(): Case {
  return asked(
    'which-device',
    {},
    {
      device: {
        choices: [
          { deviceId: '33333333-3333-4333-8333-333333333333', name: 'CONTOSO-LT-0417', hint: 'last seen today' },
          { deviceId: '66666666-6666-4666-8666-666666666666', name: 'CONTOSO-LT-0099', hint: 'last seen 5 months ago' },
          { deviceId: '77777777-7777-4777-8777-777777777777', name: 'DESKTOP-9Q2A', hint: 'registered, last seen yesterday' },
        ],
      },
    },
  );
}
