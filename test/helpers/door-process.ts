import { createRequire } from 'node:module';
import { hushSdk } from '../../bot/web/adapter.ts';
import { startDoor } from './front-door.ts';

/**
 * A front door in a process of its own, so that a test can see whether it lives and how it grows. Asked over IPC.
 */
export interface DoorState {
  readonly rss: number;
  readonly turns: number;
  /** How many issuers the SDK believes for Emulator and skill tokens. */
  readonly issuers: number;
}

const sdk = createRequire(import.meta.url)('botframework-connector/lib/auth/tokenValidationParameters.js') as {
  ToBotFromBotOrEmulatorTokenValidationParameters: { issuer: string[] };
};

const rig = await startDoor();
hushSdk(rig.log);
process.on('message', (ask: 'state' | 'token') => {
  void (async () => {
    rig.logLines.length = 0; // the list is the test's, not the bot's
    globalThis.gc?.();
    const state: DoorState = {
      rss: process.memoryUsage.rss(),
      turns: rig.turns.length,
      issuers: sdk.ToBotFromBotOrEmulatorTokenValidationParameters.issuer.length,
    };
    process.send?.(ask === 'token' ? await rig.token() : state);
  })();
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: rig.url, serviceUrl: rig.connector.url, issuer: rig.keys.issuer });
