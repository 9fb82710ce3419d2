import type { TemporaryAccessPassPolicy } from '../../diagnosis/graph-answers.ts';
import type { Graph } from '../client.ts';
import type { Deadline } from '../deadline.ts';
import type { Part, Reading } from '../part.ts';

const passPolicy: Part = {
  name: 'pass-policy',
  version: 'v1.0',
  url: '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass',
  service: 'identity',
  permission: 'Policy.Read.AuthenticationMethod',
};

/**
 * Whether the tenant issues Temporary Access Passes, and within which limits.
 * @see https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethodconfiguration-get
 */
export const readPassPolicy = (graph: Graph, deadline: Deadline): Promise<Reading<TemporaryAccessPassPolicy>> =>
  graph.tenant.share('pass-policy', 60_000, deadline, (own) => graph.read.one(passPolicy, own) as Promise<Reading<TemporaryAccessPassPolicy>>);
