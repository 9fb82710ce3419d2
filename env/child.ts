import { spawn, type ChildProcess } from 'node:child_process';

export interface Child {
  readonly name: string;
  readonly process: ChildProcess;
  /** Resolves with the matching line's groups; rejects when the child ends or stays silent. */
  ready: Promise<RegExpMatchArray>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The line that says it is up. */
  readonly readyLine: RegExp;
  readonly readyWithinMs: number;
  /** Every line of output, with the stream it came from. */
  readonly onLine?: (line: string, stream: 'out' | 'err') => void;
  readonly onExit?: (code: number | null) => void;
}

/** Starts `node <args>` as a child that ends with us. Its output goes line by line to `onLine`. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(process.execPath, [...options.args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tail: string[] = [];
  let settle: { resolve: (match: RegExpMatchArray) => void; reject: (error: Error) => void } | undefined;
  const ready = new Promise<RegExpMatchArray>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const patience = setTimeout(() => {
    settle?.reject(new Error(`${options.name} did not start within ${options.readyWithinMs / 1000} s.\n${tail.join('\n')}`));
  }, options.readyWithinMs);

  const listen = (stream: 'out' | 'err') => {
    let rest = '';
    return (chunk: Buffer): void => {
      const lines = (rest + chunk.toString('utf8')).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        tail.push(line);
        if (tail.length > 20) tail.shift();
        options.onLine?.(line, stream);
        const match = options.readyLine.exec(line);
        if (match) {
          clearTimeout(patience);
          settle?.resolve(match);
        }
      }
    };
  };
  child.stdout.on('data', listen('out'));
  child.stderr.on('data', listen('err'));

  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(patience);
      settle?.reject(new Error(`${options.name} ended with code ${String(code)}.\n${tail.join('\n')}`));
      options.onExit?.(code);
      resolve();
    });
  });
  ready.catch(() => undefined); // whoever awaits it hears of it; nobody awaiting is not an accident of its own

  return {
    name: options.name,
    process: child,
    ready,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const hardly = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hardly);
    },
  };
}
