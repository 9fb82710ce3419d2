/**
 * What an operator must fix: a code, one sentence with the setting's name, what happens meanwhile, and the remedy.
 * What may well happen (a gap, a refusal) is a value and never comes here.
 */
interface Entry {
  readonly message: string;
  readonly details: string;
  readonly remedy: string;
}

const catalogue = {
  E_SETTING_MISSING: ({ setting, why }: { setting: string; why: string }): Entry => ({
    message: `${setting} is not set: ${why}.`,
    details: 'The bot does not start with half a configuration.',
    remedy: `Set ${setting} in env/.env.<APP_ENV> or in the environment.`,
  }),
  E_SETTING_INVALID: ({ setting, why, remedy }: { setting: string; why: string; remedy: string }): Entry => ({
    message: `${setting} ${why}.`,
    details: 'The bot does not start with a configuration it cannot trust.',
    remedy,
  }),
  E_SETTINGS: ({ mistakes }: { mistakes: readonly string[] }): Entry => ({
    message: [
      `${mistakes.length === 1 ? 'One setting needs' : `${mistakes.length} settings need`} attention before the bot can start:`,
      ...mistakes.map((mistake) => `- ${mistake}`),
    ].join('\n'),
    details: 'The bot does not start with a configuration it cannot trust.',
    remedy: 'Correct them and start again.',
  }),
  E_STORE_LOCKED: ({ folder }: { folder: string }): Entry => ({
    message: `DATA_DIR ${folder} is in use by another process of this bot.`,
    details: 'Two processes on one embedded database would destroy it.',
    remedy: 'Stop the other process, or set DATABASE_URL to a PostgreSQL that both may share.',
  }),
  E_STORE_UNREACHABLE: ({ why }: { why: string }): Entry => ({
    message: `DATABASE_URL does not answer: ${why}.`,
    details: 'Without its memory the bot cannot keep a case.',
    remedy: 'Check host, port, user and database in DATABASE_URL, and that PostgreSQL 15 or newer is running.',
  }),
  E_STORE_NEWER: ({ found, known }: { found: number; known: number }): Entry => ({
    message: `The database has schema version ${found}; this bot knows ${known}.`,
    details: 'An older bot must not write into a newer schema.',
    remedy: 'Start the newer version of the bot, or restore the backup taken before the upgrade.',
  }),
  E_PORT_TAKEN: ({ port }: { port: number }): Entry => ({
    message: `PORT ${port} is already in use.`,
    details: 'The bot cannot listen there.',
    remedy: 'Stop the other program or set PORT to a free one.',
  }),
} as const;

export type ErrorCode = keyof typeof catalogue;

export class HelpdeskError extends Error {
  override readonly name = 'HelpdeskError';
  readonly code: ErrorCode;
  readonly details: string;
  readonly remedy: string;

  constructor(code: ErrorCode, entry: Entry, cause?: unknown) {
    super(entry.message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = entry.details;
    this.remedy = entry.remedy;
  }
}

/** Makes the error of that code; `data` are the offending values to show. */
export function helpdeskError<C extends ErrorCode>(
  code: C,
  data: Parameters<(typeof catalogue)[C]>[0],
  cause?: unknown,
): HelpdeskError {
  const make = catalogue[code] as (data: Parameters<(typeof catalogue)[C]>[0]) => Entry;
  return new HelpdeskError(code, make(data), cause);
}
