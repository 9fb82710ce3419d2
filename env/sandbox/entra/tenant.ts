/** The made-up tenant. Its ids and secrets open nothing outside this server. */
export const tenant = {
  id: 'c0470500-5a4d-4b0c-9c0a-c0470500b0cc',
  name: 'Contoso',
  domain: 'contoso.com',
  onMicrosoftDomain: 'contoso.onmicrosoft.com',
} as const;

/** Names under which a token request may call the tenant. */
export const answersTo = (segment: string): boolean =>
  ([tenant.id, tenant.domain, tenant.onMicrosoftDomain] as string[]).includes(segment.toLowerCase());
