/** Why a sign-in failed, in the log's manner. */
const reasons: Readonly<Record<number, string>> = {
  0: 'Other.',
  50034: 'The user account does not exist in the directory.',
  50053: 'The account is locked because of too many sign-in attempts with a wrong user ID or password.',
  50057: 'The user account is disabled.',
  50076:
    'You must use multi-factor authentication because of a change made by your administrator, or because you moved to a new location.',
  50126: 'Error validating credentials due to invalid username or password.',
  50129: 'Device is not workplace joined. Workplace join is required to register the device.',
  50140: "Interrupted by the 'Keep me signed in' question while the user was signing in.",
  50155: 'Device authentication failed for this user.',
  50187: 'Failed to perform device authentication.',
  53000: 'The device is not in the required device state. A policy requires a compliant device, and the device is not compliant.',
  53001:
    'The device is not in the required device state. A policy requires a domain joined device, and the device is not domain joined.',
  53003: 'Access has been blocked by Conditional Access policies.',
  135011: 'The device used during the authentication is disabled.',
  500133: 'The assertion is not within its valid time range.',
  530003: 'Your device is required to be managed to access this resource.',
  530004: 'The home tenant of the guest does not send device claims that this tenant accepts.',
  700003: "The device object was not found in the tenant 'Contoso' directory.",
};

export const failureReason = (code: number): string => reasons[code] ?? 'Other.';
