import assert from 'node:assert/strict';
import { toComplianceStatus } from '../../../bot/graph/collectors/compliance-status.ts';

describe('graph/collectors/compliance-status', () => {
  it('spells every form as complianceStatus does', () => {
    for (const given of [4, '4', 'nonCompliant', 'noncompliant', 'Not compliant', 'Non-compliant']) assert.equal(toComplianceStatus(given), 'nonCompliant', String(given));
    assert.equal(toComplianceStatus('Error'), 'error');
    assert.equal(toComplianceStatus(2), 'compliant');
  });

  it('keeps a word it does not know and invents none', () => {
    assert.equal(toComplianceStatus('someFutureMember'), 'someFutureMember');
    assert.equal(toComplianceStatus(99), 'unknown');
    assert.equal(toComplianceStatus(null), null);
  });
});
