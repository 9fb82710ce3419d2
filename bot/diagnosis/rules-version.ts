/** Version of the rules that judge; it rises with every change that can alter a verdict, so that a replay can say so. */
export const RULES_VERSION = '2026.11.1';
