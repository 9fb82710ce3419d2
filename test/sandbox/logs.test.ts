import assert from 'node:assert/strict';
import { cast } from '../../env/sandbox/people.ts';
import { q, rig } from './support.ts';

const person = cast.find((member) => member.slug === 'not-compliant')!;
const mine = `userId eq '${person.aadObjectId}'`;
const nonInteractive = `${mine} and signInEventTypes/any(t: t eq 'nonInteractiveUser')`;

describe('sandbox: logs', () => {
  const t = rig();
  const rows = async (path: string, options: object = {}): Promise<any[]> => (await t.ask(path, options)).body.value;

  it('lists the newest first', async () => {
    const times = (await rows('/auditLogs/signIns?$top=200')).map((row) => row.createdDateTime);
    assert.deepEqual(times, [...times].sort().reverse());
    const audits = (await rows('/auditLogs/directoryAudits')).map((row) => row.activityDateTime);
    assert.deepEqual(audits, [...audits].sort().reverse());
  });

  it('knows interactive sign-ins only in v1.0, and the others in beta when asked', async () => {
    assert.ok(
      (await rows(`/auditLogs/signIns${q({ $filter: mine })}`)).every((row) => row.isInteractive && !('signInEventTypes' in row)),
    );
    const beta = await rows(`/auditLogs/signIns${q({ $filter: nonInteractive })}`, { version: 'beta' });
    assert.ok(beta.length > 0 && beta.every((row) => row.signInEventTypes[0] === 'nonInteractiveUser'));
    assert.equal(
      (await t.ask(`/auditLogs/signIns${q({ $filter: nonInteractive })}`)).body.error.code,
      'Request_UnsupportedQuery',
    );
  });

  it('keeps an event back for three minutes, or for as long as it is told', async () => {
    const newest = async (): Promise<Date> =>
      new Date((await rows(`/auditLogs/signIns${q({ $filter: mine, $top: '1' })}`))[0].createdDateTime);
    const before = await newest();
    await t.control('POST', '/_fault', { logDelayMinutes: 30 });
    const after = await newest();
    assert.ok(after < before);
    assert.ok(t.sandbox.now().getTime() - after.getTime() >= 30 * 60_000);
    t.sandbox.advance(30);
    assert.deepEqual(await newest(), before);
  });

  it('forgets after thirty days, and after seven without P1', async () => {
    const count = async (): Promise<number> => (await rows('/auditLogs/directoryAudits')).length;
    const all = await count();
    t.sandbox.order({ licence: 'free' });
    assert.ok((await count()) < all);
    t.sandbox.order({ licence: 'P1' });
    t.sandbox.advance(31 * 1440);
    assert.equal(await count(), 0);
    assert.equal((await rows('/auditLogs/signIns')).length, 0);
  });

  it('shuts the sign-in log without P1', async () => {
    t.sandbox.order({ licence: 'free' });
    assert.equal((await t.ask('/auditLogs/signIns')).body.error.code, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant');
  });

  it('holds report-only results back unless the request can take them', async () => {
    const path = `/auditLogs/signIns${q({ $filter: mine })}`;
    const results = async (headers: Record<string, string>): Promise<Set<string>> =>
      new Set(
        (await rows(path, { headers })).flatMap((row) =>
          row.appliedConditionalAccessPolicies.map((policy: any) => policy.result),
        ),
      );
    const without = await results({});
    assert.ok(without.has('unknownFutureValue') && ![...without].some((result) => result.startsWith('reportOnly')));
    const with_ = await results({ Prefer: 'include-unknown-enum-members' });
    assert.ok(with_.has('reportOnlyFailure') && !with_.has('unknownFutureValue'));
  });

  it('finds audit rows by target id, by target name, by service and by who did it', async () => {
    const since = new Date(t.sandbox.now().getTime() - 7 * 86_400_000).toISOString();
    const find = (condition: string): Promise<any[]> =>
      rows(`/auditLogs/directoryAudits${q({ $filter: `activityDateTime ge ${since} and ${condition}` })}`);
    const deleted = cast.find((member) => member.slug === 'record-deleted')!;
    const [byName] = await find(`targetResources/any(t:t/displayName eq '${deleted.deviceName}')`);
    assert.equal(byName.activityDisplayName, 'Delete device');
    assert.equal((await find(`targetResources/any(t:t/id eq '${byName.targetResources[0].id}')`)).length, 1);
    assert.equal((await find("initiatedBy/app/displayName eq 'Stale Device Cleanup'")).length, 5);
    const [change] = await find("loggedByService eq 'Conditional Access'");
    const [property] = change.targetResources[0].modifiedProperties;
    assert.equal(JSON.parse(property.newValue).state, 'enabled');
    assert.equal(JSON.parse(property.oldValue).state, 'enabledForReportingButNotEnforced');
  });

  it('answers one sign-in by its id', async () => {
    const [row] = await rows(`/auditLogs/signIns${q({ $filter: mine, $top: '1' })}`);
    assert.equal((await t.ask(`/auditLogs/signIns/${row.id}`)).body.correlationId, row.correlationId);
    assert.equal((await t.ask('/auditLogs/signIns/00000000-0000-4000-8000-000000000000')).status, 404);
  });
});
