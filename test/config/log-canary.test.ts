import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { activity, press, startDoor } from '../helpers/front-door.ts';
import { listLog } from '../helpers/front-door.ts';

/** What must never be in a log, each recognisable on its own. */
const canaries = {
  upn: 'canary.person@contoso.com',
  name: 'Canaria Vogel',
  objectId: 'ca4a41ee-0000-4000-8000-00000000feed',
  deviceId: 'ca4a41ee-1111-4000-8000-00000000feed',
  address: '203.0.113.77',
  token: 'eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl',
  text: 'canary words of a person',
  thumbprint: 'CA4A41EECA4A41EECA4A41EECA4A41EECA4A41EE',
};
const clean = (lines: readonly string[]): void => {
  const all = lines.join('\n').toLowerCase();
  for (const [kind, canary] of Object.entries(canaries))
    assert.ok(!all.includes(canary.toLowerCase()), `${kind} is in the log:\n${all}`);
};

describe('log-canary', () => {
  it('lets through only keys on the list, and pseudonyms that tell things apart', () => {
    const { log, lines } = listLog();
    const { upn, name, objectId, deviceId, address, token, text, thumbprint } = canaries;
    const child = log.child({ caseId: 'case-1', upn, userPrincipalName: upn, person: objectId });
    child.info('A case was opened.', {
      text,
      name,
      displayName: name,
      deviceId,
      address,
      token,
      authorization: token,
      body: { text },
      thumbprint,
      durationMs: 3,
    });
    child.info('Again.', { person: objectId.toUpperCase(), reason: { text }, status: text.repeat(1) && 200 });
    clean(lines);
    const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, any>);
    assert.equal(first?.['caseId'], 'case-1');
    assert.equal(first?.['durationMs'], 3);
    assert.equal(first?.['person'], second?.['person']);
    assert.notEqual(first?.['person'], first?.['deviceId']);
    assert.deepEqual(Object.keys(first ?? {}).sort(), [
      'address',
      'caseId',
      'deviceId',
      'durationMs',
      'level',
      'message',
      'person',
      'time',
    ]);
  });

  it('cleans what messages and allowed texts quote', () => {
    const { log, lines } = listLog();
    log.warn(`Graph said no to ${canaries.upn} from ${canaries.address} with ${canaries.token}`, {
      reason: `at ${canaries.upn}`,
      code: canaries.thumbprint,
    });
    clean(lines);
  });

  it('tells an error’s kind and place, not its contents', () => {
    const { log, lines } = listLog();
    const { upn, objectId, token, text, address } = canaries;
    const inner = Object.assign(new Error(`duplicate key (upn)=(${upn}) for ${objectId}`), {
      code: '23505',
      detail: upn,
      parameters: [text],
      response: { body: text },
    });
    log.error('x', {
      error: new Error(`request "${text}" with Bearer ${token} to https://${address}/users/${upn}?x=${objectId} failed`, {
        cause: inner,
      }),
    });
    try {
      JSON.parse(`{"words": "${text}", ${canaries.name}`);
    } catch (error) {
      log.error('y', { error });
    }
    log.error('z', { error: { message: text } });
    clean(lines);
    const first = JSON.parse(lines[0] ?? '{}') as Record<string, any>;
    assert.equal(first['error'].cause.code, '23505');
    assert.match(first['error'].at[0], /log-canary\.test\.ts:\d+/);
  });

  it('holds for turns that succeed, fail and are refused', async () => {
    const { name, upn, objectId, text } = canaries;
    const rig = await startDoor({
      directory: {
        whoIs: async (id) =>
          id === objectId ? { kind: 'member', user: { id, displayName: name, userPrincipalName: upn } } : { kind: 'guest' },
      },
      converse: async (turn) => {
        if (turn.said.kind === 'text' && turn.said.text.includes('break'))
          throw new Error(`could not handle '${turn.said.text}' of ${turn.person.userPrincipalName}`);
        return [{ kind: 'text', text: `${name}, ${text}` }];
      },
    });
    const from = { id: `29:${objectId}`, name, aadObjectId: objectId };
    await rig.post(activity(rig.connector.url, { from, text }));
    await rig.post(activity(rig.connector.url, { from, text: `${text} break` }));
    await rig.post(press(rig.connector.url, 'capture.paste', { captureText: text }, { from }));
    await rig.post(activity(rig.connector.url, { from: { ...from, aadObjectId: canaries.deviceId }, text }));
    await rig.post(activity(rig.connector.url, { from, text }), { authorization: `Bearer ${canaries.token}` });
    rig.connector.alwaysMisbehave({ kind: 'status', status: 400, code: 'BadArgument' });
    await rig.post(activity(rig.connector.url, { from, text }));
    await rig.stop();
    assert.ok(rig.logLines.length >= 6);
    clean(rig.logLines);
    clean([await rig.metrics.registry.metrics()]);
    assert.doesNotMatch(rig.logLines.join(), new RegExp(rig.config.tenantId));
    assert.doesNotMatch(inspect(rig.config), /a secret of the test/);
  });
});
