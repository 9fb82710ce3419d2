import { isHostOf, isLoopbackHost } from '../settings/clouds.ts';

/** Which connector the bot talks to, and believes it was called by. */
export type ServiceUrlCheck = (serviceUrl: string) => boolean;

/**
 * A connector's address: https on one of the cloud's hosts, nothing fancy in it. On a local profile: this machine only,
 * where plain http is what the Playground speaks.
 */
export function serviceUrlCheck(of: { readonly isLocal: boolean; readonly serviceHosts: readonly string[] }): ServiceUrlCheck {
  return (serviceUrl) => {
    if (serviceUrl.length > 300 || !URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, port, username, password, search, hash } = new URL(serviceUrl);
    if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
    if (of.isLocal) return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname);
    return protocol === 'https:' && port === '' && isHostOf(of.serviceHosts, hostname);
  };
}
