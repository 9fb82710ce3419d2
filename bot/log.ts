import { createHmac } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import { errorForLog, scrub } from './log-scrub.ts';
import type { Secret } from './secret.ts';

/** What a line may carry besides its message. Keys that are not on the list below do not reach the log. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Lines of JSON about what happened: which case, which activity, how it ended; never who, never what was said. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A log whose every line carries these fields too, such as `caseId` or `activityId`. */
  child(fields: LogFields): Log;
}

/** Words and numbers of our own making: ids we made up, names from closed sets, counts and durations. */
const plain = new Set(
  [
    'activityId activityType appEnv attempt bytes card caseId caseNumber cause chore code confidence count cursor deadlineMs',
    'durationMs event expiresAt found host inFlight job kind known limit method migration operation outcome pid place port profile',
    'queue reason reference retryAfterMs route seconds service setting signal size state status step store surface trip turn',
    'verb verdict version waitMs',
  ].flatMap((line) => line.split(' ')),
);

/** Ids of people, places and things: shown as a keyed pseudonym, so that lines can be told to belong together. */
const pseudonymous = new Set([
  'person',
  'aadObjectId',
  'conversation',
  'conversationId',
  'deviceId',
  'tenantId',
  'address',
  'userId',
]);

/**
 * A log that writes to standard output. Pseudonyms are keyed with `key`: who has the log alone cannot test a guess.
 * `destination` takes the lines instead in a test.
 */
export function createLog(options: {
  readonly level: string;
  readonly key: Secret<Uint8Array>;
  readonly destination?: DestinationStream;
}): Log {
  const key = createHmac('sha256', options.key.reveal()).update('log pseudonyms').digest();
  const pseudonym = (value: string): string =>
    `~${createHmac('sha256', key).update(value.toLowerCase()).digest('base64url').slice(0, 12)}`;
  const logger = pino(
    {
      level: options.level,
      base: undefined,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );
  return wrap(logger, {}, (fields) => admit(fields, pseudonym));
}

function wrap(logger: pino.Logger, bound: LogFields, admitted: (fields: LogFields) => Record<string, unknown>): Log {
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string, fields?: LogFields) => {
    if (logger.isLevelEnabled(level)) logger[level]({ ...bound, ...(fields ? admitted(fields) : {}) }, scrub(message));
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(logger, { ...bound, ...admitted(fields) }, admitted),
  };
}

function admit(fields: LogFields, pseudonym: (value: string) => string): Record<string, unknown> {
  const admitted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    if (name === 'error') admitted[name] = errorForLog(value);
    else if (pseudonymous.has(name) && typeof value === 'string') admitted[name] = pseudonym(value);
    else if (plain.has(name)) admitted[name] = plainValue(value);
  }
  return admitted;
}

/** Even under an allowed key a text is cut and cleaned: a status text from outside may quote what somebody wrote. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return scrub(value).slice(0, 120);
  return '[not a plain value]';
}
