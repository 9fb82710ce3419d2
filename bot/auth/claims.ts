import { AuthenticationError, type Claim } from 'botframework-connector';

const daySeconds = 24 * 60 * 60;
/** The SDK's own tolerance for clocks that disagree. */
const clockSkewSeconds = 5 * 60;

/**
 * The last word on a token whose signature is good. The SDK itself would take one without `serviceurl` or without `exp`.
 * @returns a check that throws AuthenticationError, which becomes 401.
 */
export function claimsCheck(expected: { readonly issuer: string; readonly appId: string; readonly now?: () => Date }) {
  const now = expected.now ?? (() => new Date());
  return async (claims: readonly Claim[]): Promise<void> => {
    const value = (type: string): unknown => claims.find((claim) => claim.type === type)?.value;
    const isText = (type: string): boolean => typeof value(type) === 'string' && value(type) !== '';
    const nowSeconds = now().getTime() / 1000;
    const expiry = value('exp');
    const start = value('nbf') ?? value('iat');
    const isGood =
      value('iss') === expected.issuer &&
      typeof value('aud') === 'string' &&
      String(value('aud')).toLowerCase() === expected.appId.toLowerCase() &&
      isText('serviceurl') &&
      typeof expiry === 'number' &&
      expiry <= nowSeconds + daySeconds + clockSkewSeconds &&
      (start === undefined || (typeof start === 'number' && expiry - start <= daySeconds));
    if (!isGood) throw new AuthenticationError('The claims are not those of a Teams activity.', 401);
  };
}
