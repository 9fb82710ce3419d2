import assert from 'node:assert/strict';
import { covers, deviceIdFrom, narrowTo, refusedDevice, shortName, windowsDevices } from '../../bot/cases/devices.ts';
import { LAPTOP, OTHER_LAPTOP, graph, listed, refused } from '../helpers/laptop.ts';

const now = new Date('2026-11-23T09:05:00Z');

describe('the devices of a person', () => {
  it('have ids in lower case, and nothing else passes for one', () => {
    assert.equal(deviceIdFrom(` ${LAPTOP.toUpperCase()} `), LAPTOP);
    for (const value of ['', 'xxxx', '********', null, undefined, `${LAPTOP}'`]) assert.equal(deviceIdFrom(value), undefined);
  });

  it('have short names', () => {
    assert.equal(shortName('Contoso-1.corp.contoso.com'), 'contoso-1');
    assert.equal(shortName(''), undefined);
  });

  it('are offered when they run Windows, last used first, deleted ones with a remark', () => {
    const evidence = graph({
      devices: [listed({ displayName: 'OLD', deviceId: OTHER_LAPTOP, approximateLastSignInDateTime: '2026-10-01T00:00:00Z' }), listed(), listed({ operatingSystem: 'iOS', deviceId: 'ee55ff66-0000-4000-8000-00000000cccc' })],
      deletedDevices: [listed({ displayName: 'GONE', deviceId: 'ee55ff66-0000-4000-8000-00000000dddd', approximateLastSignInDateTime: '2026-11-20T00:00:00Z' })],
    });
    assert.deepEqual(windowsDevices(evidence, now).map(({ name }) => name), ['CONTOSO-MEGAN', 'GONE', 'OLD']);
    assert.match(windowsDevices(evidence, now)[1]?.hint ?? '', /no longer/);
  });

  it('leave out what has not been used for half a year, unless there is nothing else', () => {
    const old = listed({ displayName: 'OLD', deviceId: OTHER_LAPTOP, approximateLastSignInDateTime: '2025-01-01T00:00:00Z' });
    assert.deepEqual(windowsDevices(graph({ devices: [old, listed()] }), now).map(({ name }) => name), ['CONTOSO-MEGAN']);
    assert.deepEqual(windowsDevices(graph({ devices: [old] }), now).map(({ name }) => name), ['OLD']);
    assert.deepEqual(windowsDevices(undefined, now), []);
  });

  it('are covered when they were found, in the bin, or asked for in vain', () => {
    assert.equal(covers(graph({ devices: [listed()] }), [LAPTOP]), true);
    assert.equal(covers(graph({ deletedDevices: [listed()] }), [LAPTOP]), true);
    assert.equal(covers(graph({ askedDeviceIds: [LAPTOP] }), [LAPTOP]), true);
    assert.equal(covers(graph({ devices: [] }), [LAPTOP]), false);
    assert.equal(covers({}, []), true);
  });

  it('are named by the newest refused sign-in that presented one', () => {
    const signIns = [
      refused(53000, { createdDateTime: '2026-11-23T08:00:00Z' }),
      refused(53000, { createdDateTime: '2026-11-23T09:00:00Z', deviceDetail: { deviceId: OTHER_LAPTOP } }),
      refused(0, { createdDateTime: '2026-11-23T09:01:00Z', deviceDetail: { deviceId: 'ee55ff66-0000-4000-8000-00000000cccc' } }),
      refused(53000, { createdDateTime: '2026-11-23T09:02:00Z', deviceDetail: { deviceId: '' } }),
    ];
    assert.equal(refusedDevice(graph({ signIns })), OTHER_LAPTOP);
    assert.equal(refusedDevice(undefined), undefined);
  });

  it('leave the evidence when another one was chosen; what names no device stays', () => {
    const evidence = graph({
      devices: [listed(), listed({ deviceId: OTHER_LAPTOP, displayName: 'OTHER' })],
      managedDevices: [{ azureADDeviceId: OTHER_LAPTOP, deviceName: 'OTHER' }, { azureADDeviceId: 'ee55ff66-0000-4000-8000-00000000cccc', deviceName: 'contoso-megan' }],
      signIns: [refused(53000), refused(53000, { deviceDetail: { deviceId: OTHER_LAPTOP } }), refused(53000, { deviceDetail: null })],
    });
    const narrow = narrowTo(evidence, { deviceId: LAPTOP, name: 'CONTOSO-MEGAN' });
    assert.deepEqual(narrow.devices?.map(({ displayName }) => displayName), ['CONTOSO-MEGAN']);
    assert.deepEqual(narrow.managedDevices?.map(({ deviceName }) => deviceName), ['contoso-megan'], 'an orphan of the same name is a trace, not another laptop');
    assert.equal(narrow.signIns?.length, 2);
    assert.equal(narrowTo(evidence, {}), evidence);
    assert.equal('devices' in narrowTo({}, { deviceId: LAPTOP }), false, 'what could not be read stays unread');
  });
});
