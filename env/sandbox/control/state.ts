import type { World } from '../world.ts';

/** What `GET /_state` tells: how much there is, what time it is, and what goes wrong on purpose. */
export function describe(world: World): object {
  const { contoso } = world;
  return {
    clock: world.clock.now().toISOString(),
    seededAt: world.seededAt.toISOString(),
    logDelayMinutes: world.logDelayMinutes,
    licence: world.licence,
    throttling: world.throttle.enabled,
    removedPermissions: [...world.removedPermissions],
    faults: world.faults.list(),
    requests: world.log.all().length,
    counts: {
      users: contoso.users.length,
      groups: contoso.groups.length,
      devices: contoso.devices.length,
      deletedDevices: contoso.deletedDevices.length,
      managedDevices: contoso.managedDevices.length,
      signIns: contoso.signIns.length,
      directoryAudits: contoso.directoryAudits.length,
      deviceManagementAudits: contoso.deviceManagementAudits.length,
      conditionalAccessPolicies: contoso.conditionalAccessPolicies.length,
      compliancePolicies: contoso.compliancePolicies.length,
      passes: contoso.passes.size,
    },
  };
}
