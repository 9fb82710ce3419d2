import { collection } from '../odata/collection.ts';
import { betaOperation } from '../operation.ts';
import { device } from '../rules/device.ts';

/** The bin: joined and registered devices of the last 30 days. Hybrid ones never come here. */
export const deletedDevices = [
  betaOperation('GET /directory/deletedItems/microsoft.graph.device', 'identity', 'directory', (call) => {
    const oldest = call.now.getTime() - 30 * 86_400_000;
    const rows = call.contoso.deletedDevices.filter((row) => new Date(row['deletedDateTime'] as string).getTime() > oldest);
    return collection(call, device, rows);
  }),
];
