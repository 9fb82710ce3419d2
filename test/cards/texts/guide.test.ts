import assert from 'node:assert/strict';
import { guideHeader, guidePlaces } from '../../../cards/texts/guide.ts';
import { verdicts } from '../helpers/generated.ts';

describe('the guide on the cards', () => {
  it('keep the guide’s six causes in sight, by number', () => {
    const places: Readonly<Record<string, RegExp>> = {
      'record-deleted': /^Cause 1\b/,
      'not-compliant': /^Cause 2\b/,
      'not-managed': /^Cause 2\b/,
      'wrong-join-type': /^Cause 3\b/,
      'not-joined': /^Cause 3\b/,
      'hybrid-sync': /^Cause 4\b/,
      certificate: /^Cause 5\b/,
      'new-policy': /^Cause 6\b/,
      'enrolment-pending': /^New laptop/,
      escalate: /^When to escalate/,
      'not-device': /^FAQ/,
    };
    for (const [verdict, place] of Object.entries(places)) assert.match(guidePlaces[verdict as 'tpm'].place, place);
  });

  it('show each departure in full: what the guide does, what we do, and why', () => {
    for (const verdict of verdicts) {
      const { departure } = guidePlaces[verdict];
      if (departure !== undefined) assert.match(departure, /^The guide .+\. We .+ (because|but|only late) ?/s, verdict);
    }
  });

  it('correct the guide’s quick answer: usually the device or a rule, other things too', () => {
    assert.match(guideHeader, /usually/);
    assert.match(guideHeader, /network, clock and sign-in data/);
  });
});
