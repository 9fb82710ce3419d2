import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { DoorState } from './door-process.ts';

/** Drives `door-process.ts` from a test. */
export interface DoorChild {
  readonly url: string;
  readonly serviceUrl: string;
  readonly issuer: string;
  readonly isAlive: () => boolean;
  state(): Promise<DoorState>;
  token(): Promise<string>;
  stop(): Promise<void>;
}

export async function startDoorChild(): Promise<DoorChild> {
  // As `npm run start:bot` starts it: left alone, V8 lets the garbage of one busy minute grow past 100 MiB.
  const execArgv = ['--expose-gc', '--max-semi-space-size=8'];
  const child: ChildProcess = fork(new URL('./door-process.ts', import.meta.url), {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [hello] = (await once(child, 'message')) as [{ url: string; serviceUrl: string; issuer: string }];
  const ask = async <T>(what: 'state' | 'token'): Promise<T> => {
    const answered = once(child, 'message') as Promise<[T]>;
    child.send(what);
    return (await answered)[0];
  };
  return {
    ...hello,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    state: () => ask<DoorState>('state'),
    token: () => ask<string>('token'),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
