/** Codes that Windows' sign-in library shows to people (CAA…): mostly wrappers around an inner code. */
import { type CodeRow } from '../code-row.ts';

export const caaUmbrella: readonly CodeRow[] = [
  ['CAA50021', null, 'weak', 'Outer wrapper of the Windows account broker: the app ended up without a token. It names no reason and never reaches the sign-in log.', 'Read dsregcmd, the sign-in log and the AAD event log; decide by the inner code.', { also: ['record-deleted', 'record-disabled', 'not-compliant', 'not-managed', 'wrong-join-type', 'hybrid-sync', 'certificate', 'new-policy', 'enrolment-pending', 'not-device', 'no-prt-network', 'no-prt-credential', 'clock-skew', 'tpm', 'not-joined'], note: 'Microsoft describes it for activating Microsoft 365 apps; that it means giving up after retries is only said elsewhere.' }],
];

export const caaBroker: readonly CodeRow[] = [
  ['CAA5001C', 'not-device', 'weak', 'The account broker failed at something; the real error stands beside it in event 1098.', 'Read the inner error of that event; if there is none, check the broker plug-in and left-over accounts of the profile.', { sub: 'client-broker', also: ['no-prt-credential', 'certificate', 'tpm'] }],
  ['CAA50024', null, 'weak', 'No Microsoft page explains it, and other sources disagree.', 'Read event 1098 and the sign-in log; treat it as an unknown broker failure.', { also: ['not-device', 'enrolment-pending'], confidence: 'community', note: 'Some read it as a closed window, others as a failed request: do not present either as fact.' }],
  ['CAA50001', 'not-device', 'weak', 'A Windows part that the older sign-in library needs did not start.', 'Repair Office or the Windows component.', { sub: 'client-broker' }],
  ['CAA50002', 'not-device', 'weak', 'Windows itself failed while signing in.', 'Take the system error from the event.', { sub: 'client-broker' }],
];

export const caaOauth: readonly CodeRow[] = [
  ['CAA20001', 'not-device', 'weak', 'Entra does not let this app use that way of signing in.', 'Check the app registration and the Office build.', { sub: 'app-config' }],
  ['CAA20002', 'not-device', 'weak', 'Entra could not accept the request as it was written.', 'Let the app sign in afresh; if it stays, look up the AADSTS number beside it.', { sub: 'app-config' }],
  ['CAA20003', null, 'weak', 'Entra refused the proof it was shown (invalid_grant): a password, a token or an assertion.', 'Read the AADSTS number that follows, and check the clock.', { also: ['no-prt-credential', 'record-deleted', 'record-disabled', 'clock-skew', 'not-compliant'], note: 'While joining in a federated domain: the token of the federation was not accepted.' }],
  ['CAA20004', null, 'weak', 'Entra denied access, mostly by Conditional Access.', 'Open the failed sign-in and read which policy failed.', { also: ['not-compliant', 'not-managed', 'wrong-join-type', 'new-policy', 'not-device'] }],
  ['CAA20005', 'escalate', 'weak', 'The sign-in service is busy or down for a moment.', 'Look at the service health and try later.'],
  ['CAA20006', 'not-device', 'weak', 'Entra does not know the kind of answer the app wants.', 'A matter of the app: look at the AADSTS number.', { sub: 'app-config' }],
  ['CAA20007', 'not-device', 'weak', 'The app asks for a permission that does not exist.', 'A matter of the app: look at the AADSTS number.', { sub: 'app-config' }],
  ['CAA20008', 'escalate', 'weak', 'The sign-in service ran into something unexpected.', 'Try again, then open a support case with the correlation id.'],
  ['CAA20009', 'not-device', 'weak', 'The app could not prove who it is.', 'Check the app\'s credentials; read the AADSTS number.', { sub: 'app-config' }],
  ['CAA2000A', 'not-device', 'weak', 'The kind of grant is not supported.', 'A matter of the app: read the AADSTS number.', { sub: 'app-config' }],
  ['CAA2000B', 'not-device', 'strong', 'What the app wants to reach is unknown or switched off in this tenant.', 'Look for AADSTS500014 or AADSTS500011 and switch the enterprise application on again.', { sub: 'app-config' }],
  ['CAA2000C', 'not-device', 'weak', 'Entra wants the person to answer something: another factor, a consent, the password.', 'Let the person answer; if no window comes, read the AADSTS number.', { sub: 'prompt-or-interrupt' }],
  ['CAA20064', null, 'weak', 'Entra sent an error this library has no name for.', 'Take the AADSTS number from the sign-in log.', { also: ['escalate'] }],
];

export const caaClient: readonly CodeRow[] = [
  ['CAA10001', null, 'weak', 'A quiet request found that a window is needed: a normal signal.', 'Only matters when the window never comes or comes again and again.', { also: ['not-device'] }],
  ['CAA1002D', null, 'weak', 'Something is still going on inside the library; a second error says what.', 'Find that second error in the authentication log.', { also: ['no-prt-credential'] }],
  ['CAA1003B', 'certificate', 'weak', 'The person\'s certificate store would not open.', 'Check the Windows profile and its certificate store, then register the account again.'],
  ['CAA1003E', 'certificate', 'weak', 'The thumbprint it was given is no valid one.', 'Compare the thumbprint of dsregcmd with the certificate store and with Entra.'],
  ['CAA10040', 'certificate', 'weak', 'Signing with the key of the device or the person failed.', 'Read KeySignTest in an elevated run; look for TPM codes.', { also: ['tpm'] }],
  ['CAA10041', 'certificate', 'weak', 'The certificate names no issuer.', 'Check that the MS-Organization-Access certificate is there.'],
  ['CAA10059', 'not-joined', 'weak', 'Met when the account that joins may not join devices.', 'Entra ID, Devices, Device settings: who may join.', { confidence: 'community', note: 'Only seen in the notes of one provisioning tool.' }],
  ['CAA82F99', 'certificate', 'strong', 'The client certificate has lost its private key (12185).', 'Renew the registration in the way of the join type.', { also: ['tpm'] }],
  ['CAA82F9A', 'certificate', 'strong', 'The private key of the client certificate is out of reach (12186).', 'Check key permissions and TPM, else register again.', { also: ['tpm'] }],
  ['CAA60007', 'no-prt-network', 'weak', 'The answer was no JSON: often the page of a proxy or a hotel network.', 'Check for a login page in front of the sign-in hosts.', { note: 'That it is a proxy is concluded from its sister error in device registration.' }],
  ['CAAA0001', null, 'weak', 'The client failed in a way it did not expect.', 'Collect the event log.', { also: ['not-device'] }],
];

export const caaHttp: readonly CodeRow[] = [
  ['CAA30190', null, 'weak', 'The sign-in service answered HTTP 400, bad request.', 'Look for the AADSTS number.', { also: ['no-prt-network'] }],
  ['CAA30191', 'no-prt-network', 'weak', 'HTTP 401 on the way: the service or a proxy wants a sign-in.', 'Check how the proxy lets the account broker through.'],
  ['CAA30193', 'no-prt-network', 'weak', 'HTTP 403 on the way: something forbids the call.', 'Check proxy and firewall rules for the sign-in hosts.', { also: ['not-device'] }],
  ['CAA30194', 'no-prt-network', 'weak', 'HTTP 404 where the sign-in service should be.', 'Something in between answers: check inspection and VPN.', { also: ['not-device'] }],
  ['CAA30197', 'no-prt-network', 'strong', 'HTTP 407: a proxy wants its own sign-in.', 'Let the computer reach the sign-in hosts without proxy authentication.'],
  ['CAA30198', 'no-prt-network', 'strong', 'HTTP 408: the request timed out.', 'Check the line and its delay to the sign-in hosts.'],
  ['CAA301F4', 'escalate', 'weak', 'The sign-in service answered HTTP 500.', 'Look at the service health and try again.'],
  ['CAA301F6', 'no-prt-network', 'weak', 'HTTP 502: a gateway on the way failed.', 'Check proxy, gateway and inspection.', { also: ['escalate'] }],
  ['CAA301F7', 'escalate', 'weak', 'The sign-in service answered HTTP 503.', 'Look at the service health and try again.', { also: ['no-prt-network'] }],
  ['CAA301F8', 'no-prt-network', 'strong', 'HTTP 504: a gateway on the way waited too long.', 'Check proxy and gateway.'],
];

export const caaNetwork: readonly CodeRow[] = [
  ['CAA70003', 'no-prt-network', 'strong', 'No connection to the internet during sign-in.', 'Bring the connection back.'],
  ['CAA70004', 'no-prt-network', 'strong', 'Server or proxy not found during sign-in.', 'Correct DNS or the proxy; pause inspection tools.'],
  ['CAA70007', 'no-prt-network', 'strong', 'The transfer broke off during sign-in.', 'Check firewall, virus scanner and VPN around the broker; leave the Windows connection probe on.'],
  ['CAA7000A', 'no-prt-network', 'strong', 'The connection timed out during sign-in.', 'Check the way to the sign-in hosts and the proxy.'],
  ['CAA7000D', 'no-prt-network', 'weak', 'Windows found the connection not safe during sign-in.', 'Check TLS inspection and zone settings.'],
  ['CAA70010', 'no-prt-network', 'weak', 'The server\'s certificate was not valid during sign-in.', 'Check TLS inspection, the trusted roots and the clock.', { also: ['clock-skew'] }],
  ['CAA80000', 'no-prt-network', 'strong', 'A network failure without a name while signing in or activating.', 'Take the broker out of security software, mend proxy or VPN, allow TLS 1.2.'],
  ['CAA82EE2', 'no-prt-network', 'strong', 'Time-out on the way to the sign-in service (WinINet 12002).', 'Allow login.microsoftonline.com for the person and for the computer.'],
  ['CAA82EE7', 'no-prt-network', 'strong', 'The name of the sign-in service was not resolved (12007).', 'Mend DNS or VPN.'],
  ['CAA82EEE', 'no-prt-credential', 'weak', 'A server or proxy did not take the password (12014).', 'Check the proxy\'s credentials, then the account\'s.', { also: ['no-prt-network'] }],
  ['CAA82EFD', 'no-prt-network', 'strong', 'No connection to the sign-in service (12029).', 'Check firewall and proxy for login.microsoftonline.com.'],
  ['CAA82EFE', 'no-prt-network', 'strong', 'The connection was dropped (12030).', 'Try from a steady network; check inspection devices.'],
  ['CAA82EFF', 'no-prt-network', 'strong', 'The connection was reset (12031).', 'Check what resets connections on the way.'],
  ['CAA82F05', 'clock-skew', 'strong', 'By this clock the server\'s certificate is not valid (12037).', 'Set the clock right, then look for TLS inspection.', { also: ['no-prt-network'] }],
  ['CAA82F06', 'no-prt-network', 'strong', 'The server\'s certificate carries another name (12038).', 'Look for TLS inspection or a wrong DNS answer.'],
  ['CAA82F0D', 'no-prt-network', 'strong', 'The server\'s certificate comes from an unknown authority (12045).', 'TLS inspection without a trusted root, or old roots.'],
  ['CAA82F7D', 'no-prt-network', 'weak', 'TLS could not be agreed upon (12157).', 'Check TLS 1.2, ciphers and inspection.'],
  ['CAA82F86', 'no-prt-network', 'strong', 'The proxy script has an error (12166).', 'Mend the PAC file.'],
  ['CAA82F87', 'no-prt-network', 'strong', 'The proxy script could not be fetched (12167).', 'Make the PAC file reachable.'],
  ['CAA82F8F', 'no-prt-network', 'strong', 'TLS failed: the server\'s certificate could not be checked (12175).', 'First the clock, then TLS inspection.', { also: ['clock-skew'] }],
  ['CAA82F94', 'no-prt-network', 'weak', 'The proxy could not be found by itself (12180).', 'Mend WPAD or PAC.'],
];

export const caaFlow: readonly CodeRow[] = [
  ['CAA90003', 'not-device', 'weak', 'No refresh token is kept for this account.', 'Sign in again.', { sub: 'client-broker', also: ['no-prt-credential'] }],
  ['CAA90004', null, 'weak', 'Refreshing the token did not work.', 'Read the AADSTS number inside.', { also: ['no-prt-credential', 'not-device'] }],
  ['CAA90006', 'no-prt-credential', 'strong', 'The federation gave no token by WS-Trust.', 'Check the federation server.', { also: ['hybrid-sync'] }],
  ['CAA90014', 'no-prt-credential', 'strong', 'The federation server answered with a fault.', 'Check its logs.', { also: ['hybrid-sync'] }],
  ['CAA90015', 'no-prt-network', 'weak', 'The answer is not what OAuth promises.', 'Something may rewrite it on the way: check the proxy.'],
  ['CAA90017', 'hybrid-sync', 'strong', 'The identity provider has no WS-Trust.', 'Switch its WS-Trust endpoints on.', { also: ['no-prt-credential'] }],
  ['CAA90018', 'no-prt-credential', 'weak', 'Entra could not place the account\'s domain: wrong account, or the look-up is blocked.', 'Check the part after the @ and the way to login.microsoftonline.com.', { also: ['no-prt-network'] }],
  ['CAA9001F', 'not-device', 'weak', 'Integrated sign-in was tried for an account that is not federated.', 'Harmless in managed domains.', { sub: 'client-broker' }],
  ['CAA90022', 'no-prt-credential', 'strong', 'The federation server offers no integrated sign-in.', 'Switch windowstransport on, inside the network only.', { also: ['hybrid-sync'] }],
  ['CAA90023', 'no-prt-credential', 'strong', 'The federation server offers no sign-in by password.', 'Switch usernamemixed on.', { also: ['hybrid-sync'] }],
  ['CAA9002B', 'no-prt-credential', 'weak', 'The federation\'s metadata could not be read.', 'Make its MEX address reachable.', { also: ['no-prt-network', 'hybrid-sync'] }],
  ['CAA9002C', 'no-prt-credential', 'weak', 'The federation answered something that is no XML.', 'A proxy page, or a fault of the federation.', { also: ['no-prt-network'] }],
  ['CAA90032', 'certificate', 'weak', 'The device could not answer the server\'s challenge.', 'Check KeySignTest, and compare thumbprints.', { also: ['tpm'] }],
  ['CAA90038', null, 'weak', 'Getting a token with the primary refresh token failed.', 'Read the inner code.', { also: ['no-prt-credential', 'certificate'] }],
  ['CAA90056', null, 'weak', 'Renewing an app\'s token with the primary refresh token failed (event 1097).', 'Read the AADSTS number of the event 1098 beside it.', { also: ['not-device', 'no-prt-credential', 'record-deleted'], confidence: 'community', note: 'Reported together with AADSTS9002341.' }],
];
