import assert from 'node:assert/strict';
import { filterRuleHolds } from '../../env/sandbox/graph/resources/device-filter.ts';
import { cast, staff } from '../../env/sandbox/people.ts';
import { rig } from './support.ts';

const idOf = (slug: string): string => cast.find((member) => member.slug === slug)!.aadObjectId;
const teams = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const erp = 'e4700000-0e4b-4c00-8000-c0470500e4b0';

describe('sandbox: what if', () => {
  const t = rig();
  const evaluate = async (userId: string, appId: string, conditions: object = {}): Promise<Record<string, any>> => {
    const body = {
      signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId },
      signInContext: { '@odata.type': '#microsoft.graph.applicationContext', includeApplications: [appId] },
      signInConditions: { devicePlatform: 'windows', clientAppType: 'mobileAppsAndDesktopClients', ...conditions },
    };
    const answer = await t.ask('/identity/conditionalAccess/evaluate', { method: 'POST', body });
    assert.equal(answer.status, 200);
    return Object.fromEntries(answer.body.value.map((row: any) => [row.displayName.slice(0, 5), row]));
  };

  it('applies policies by user, group, app, platform and client', async () => {
    const everyone = await evaluate(idOf('healthy'), teams);
    assert.ok(everyone['CA101'].policyApplies);
    assert.deepEqual([everyone['CA110'].policyApplies, everyone['CA110'].analysisReasons], [false, 'users']);
    assert.equal(everyone['CA002'].analysisReasons, 'clientApps');
    assert.equal(everyone['CA900'].analysisReasons, 'policyNotEnabled');
    assert.ok((await evaluate(idOf('new-policy'), teams))['CA110'].policyApplies);
    assert.ok((await evaluate(idOf('hybrid-sync'), erp))['CA103'].policyApplies);
    assert.equal((await evaluate(idOf('healthy'), teams, { devicePlatform: 'iOS' }))['CA101'].analysisReasons, 'devicePlatform');
    const admin = staff.find((member) => member.key === 'conditionalAccess')!;
    assert.ok((await evaluate(admin.aadObjectId, teams))['CA301'].policyApplies);
  });

  it('judges the device by the filter of the policy', async () => {
    const browser = { clientAppType: 'browser' };
    assert.ok(
      (await evaluate(idOf('healthy'), teams, { ...browser, deviceInfo: { trustType: 'Workplace' } }))['CA104'].policyApplies,
    );
    assert.equal(
      (await evaluate(idOf('healthy'), teams, { ...browser, deviceInfo: { trustType: 'AzureAD' } }))['CA104'].analysisReasons,
      'devices',
    );
  });

  it('returns only what applies when asked to, and refuses questions without a person or an app', async () => {
    const ask = (body: object): ReturnType<typeof t.ask> =>
      t.ask('/identity/conditionalAccess/evaluate', { method: 'POST', body });
    const only = await ask({
      signInIdentity: { userId: idOf('healthy') },
      signInContext: { includeApplications: [teams] },
      signInConditions: {},
      appliedPoliciesOnly: true,
    });
    assert.ok(only.body.value.every((row: any) => row.policyApplies));
    assert.equal((await ask({})).status, 400);
    assert.equal((await ask({ signInIdentity: { userId: idOf('healthy') } })).status, 400);
  });

  it('reads device filters: positive clauses need a value, negative ones hold without', () => {
    const none = {};
    assert.equal(filterRuleHolds('device.trustType -eq "AzureAD"', none), false);
    assert.equal(filterRuleHolds('device.trustType -ne "AzureAD"', none), true);
    assert.equal(filterRuleHolds('device.trustType -in ["AzureAD","ServerAD"]', { trustType: 'ServerAd' }), true);
    assert.equal(filterRuleHolds('device.isCompliant -eq True', { isCompliant: true }), true);
    assert.equal(
      filterRuleHolds('device.trustType -eq "AzureAD" -and device.isCompliant -eq True', {
        trustType: 'AzureAD',
        isCompliant: false,
      }),
      false,
    );
    assert.equal(
      filterRuleHolds('device.model -startsWith "Fabrikam" -or device.isCompliant -eq True', { model: 'FabrikamBook 14' }),
      true,
    );
  });
});
