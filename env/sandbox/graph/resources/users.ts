import { forbidden } from '../errors.ts';
import { collection, count, single } from '../odata/collection.ts';
import { operation } from '../operation.ts';
import { user } from '../rules/user.ts';
import { userOf } from './find.ts';

export const users = [
  operation('GET /users/$count', 'identity', 'directory', (call) => count(call, user, call.contoso.users)),
  operation('GET /users', 'identity', 'directory', (call) => collection(call, user, call.contoso.users)),
  operation('GET /users/{id}', 'identity', 'directory', (call) => single(call, user, userOf(call, call.params[0] ?? ''))),
  operation('GET /me', 'identity', 'directory', (call) => {
    if (call.caller.kind !== 'delegated')
      throw forbidden('directory', '/me request is only valid with delegated authentication flow.');
    return single(call, user, userOf(call, call.caller.userId));
  }),
];
