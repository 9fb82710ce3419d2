/** Graph's `complianceStatus`, in the order of its numbers. */
const statuses = ['unknown', 'notApplicable', 'compliant', 'remediated', 'nonCompliant', 'error', 'conflict', 'notAssigned'] as const;

/** A setting's state as `complianceStatus` spells it, from its number, its name in any case, or the text people see. */
export function toComplianceStatus(given: unknown): string | null {
  if (typeof given === 'number' || (typeof given === 'string' && /^\d+$/.test(given))) return statuses[Number(given)] ?? 'unknown';
  if (typeof given !== 'string') return null;
  const plain = given.toLowerCase().replace(/[^a-z]/g, '');
  const spelled = plain === 'notcompliant' ? 'noncompliant' : plain;
  return statuses.find((status) => status.toLowerCase() === spelled) ?? given;
}
