import { collection } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { deviceCompliancePolicy } from '../rules/device-compliance-policy.ts';
import { windows10CompliancePolicy } from '../rules/windows10-compliance-policy.ts';
import type { TypeRule } from '../rules/type-rule.ts';

/** The rows are of the Windows type; `$select` speaks of the base type only. */
const shown: TypeRule = { ...deviceCompliancePolicy, declared: windows10CompliancePolicy.declared };

export const compliancePolicies = [
  operation('GET /deviceManagement/deviceCompliancePolicies', 'intuneOther', 'intune', (call) => {
    const rule = call.query.has('$select') ? deviceCompliancePolicy : shown;
    return collection(call, rule, call.contoso.compliancePolicies);
  }),
];
