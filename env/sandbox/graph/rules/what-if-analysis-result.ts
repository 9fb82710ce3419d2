import { typeRule } from './type-rule.ts';

/** What Graph v1.0 declares for `whatIfAnalysisResult`, and what a query may do with it. */
export const whatIfAnalysisResult = typeRule('whatIfAnalysisResult', 'conditionalAccess', {
  plain:
    'deletedDateTime conditions createdDateTime description displayName grantControls id modifiedDateTime ' +
    'sessionControls state templateId analysisReasons policyApplies',
});
