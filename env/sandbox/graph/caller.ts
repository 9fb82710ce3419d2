/** Who holds the token: an app in its own name, or an app for a person (whose roles count as well). */
export type Caller =
  | { readonly kind: 'none' }
  | { readonly kind: 'app'; readonly appId: string; readonly roles: readonly string[] }
  | {
      readonly kind: 'delegated';
      readonly appId: string;
      readonly userId: string;
      readonly scopes: readonly string[];
      /** Client capabilities of the token (`cp1` = can answer a claims challenge). */
      readonly capabilities: readonly string[];
    };

/** Key of the throttling windows that are kept per app. */
export const appOf = (caller: Caller): string => (caller.kind === 'none' ? 'anonymous' : caller.appId);
