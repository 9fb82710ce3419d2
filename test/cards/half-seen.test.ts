import assert from 'node:assert/strict';
import { casesCard, reporterCard, triageCard } from '../../cards/index.ts';
import { diagnosed, frame, now } from './helpers/cases.ts';
import { words } from './helpers/stock.ts';

const unread = (id: string) => ({ gaps: [{ id, text: `Not permitted to read ${id}.` }] });
const fine = /looks healthy|everything is in order/i;

describe('a laptop that looks healthy from its own side', () => {
  for (const id of ['graph', 'user', 'devices', 'devices.registered', 'signIns', 'signIns.nonInteractive', 'managedDevices']) {
    it(`is never called healthy when ${id} could not be read`, () => {
      const c = diagnosed('healthy', unread(id));
      for (const shown of [reporterCard(c, frame, now), triageCard(c, frame, now), casesCard([c], frame, now)]) {
        const said = [shown.summary, ...words(shown.card)].join('\n');
        assert.doesNotMatch(said, fine);
        assert.match(said, /not known yet/i);
        assert.doesNotMatch(said, /very likely|confirmed/i);
      }
    });
  }

  it('is called so when only side matters are missing', () => {
    const c = diagnosed('healthy', unread('deviceManagementAudits'));
    for (const shown of [reporterCard(c, frame, now), triageCard(c, frame, now)]) assert.match(words(shown.card).join('\n'), fine);
  });
});
