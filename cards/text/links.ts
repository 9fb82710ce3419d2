/** Where a link on a card may lead: pages of Microsoft that explain, never a place to sign in. */
const hosts: ReadonlySet<string> = new Set(['learn.microsoft.com', 'support.microsoft.com']);

export function isAllowedLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && hosts.has(url.host) && url.username === '' && url.password === '';
}
