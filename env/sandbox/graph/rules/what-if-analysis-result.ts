import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `whatIfAnalysisResult`: its properties, and which of them a query may filter by, with which operators. */
export const whatIfAnalysisResult = typeRule('whatIfAnalysisResult', 'conditionalAccess', {
  plain:
    'deletedDateTime conditions createdDateTime description displayName grantControls id modifiedDateTime ' +
    'sessionControls state templateId analysisReasons policyApplies',
});
