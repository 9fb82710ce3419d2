import { ActivityTypes, CloudAdapter, type Activity } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { GateActivity, GateRefusal } from '../auth/admission.ts';
import { TeamsAuthentication } from '../auth/teams-authentication.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { InvokeAnswer } from './answer-invoke.ts';

/** How long the signing keys may take to come. */
const keysWithinMs = 5_000;

/**
 * Bot Framework's CloudAdapter behind our gate. Its `process` is not used: it reads bodies we refuse, answers a bad signature
 * with 500 and its own words, and has an await outside its `try` that a body without a type turns into the end of the process.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: TeamsAuthentication;
  readonly #log: Log;

  constructor(config: Config, log: Log) {
    const authentication = new TeamsAuthentication(config);
    super(authentication);
    this.#authentication = authentication;
    this.#log = log;
    this.onTurnError = async (_context, error) => {
      this.#log.error('A turn failed inside the adapter.', { error });
    };
  }

  /** Checks the token for real. Expects what has passed the gate. */
  async authenticate(activity: GateActivity, authorization: string): Promise<AuthenticateRequestResult | GateRefusal> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<GateRefusal>((resolve) => {
      timer = setTimeout(() => resolve(keysUnreachable), keysWithinMs);
    });
    try {
      return await Promise.race([this.#authentication.authenticateRequest(activity as unknown as Activity, authorization), late]);
    } catch (error) {
      if (isKeyTrouble(error)) {
        this.#log.error('The keys that Teams signs with could not be fetched.', { error });
        return keysUnreachable;
      }
      return { status: 401, reason: 'token-invalid' };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Carries out one authenticated activity. `hear` answers what an invoke is answered with. */
  async receive(
    identity: AuthenticateRequestResult,
    activity: GateActivity,
    hear: (activity: GateActivity) => Promise<InvokeAnswer | undefined>,
  ): Promise<InvokeAnswer | undefined> {
    const response = await this.processActivity(identity, activity as unknown as Activity, async (context) => {
      const answer = await hear(activity);
      if (answer !== undefined) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer });
    });
    return response as InvokeAnswer | undefined;
  }
}

const keysUnreachable: GateRefusal = { status: 503, reason: 'keys-unreachable' };

/** The SDK says 500 when the keys' address answers badly, and lets node-fetch's own error through when it does not answer. */
const isKeyTrouble = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'FetchError' || (error as { statusCode?: unknown }).statusCode === 500);

/**
 * The SDK prints to the console what it stumbles over, errors and keys of strangers' tokens included: nobody has looked
 * whether that is free of personal data. This keeps that it spoke, and drops what it said.
 * @returns a function that gives the console back.
 */
export function hushSdk(log: Log): () => void {
  const spoken = { ...globalThis.console };
  Object.assign(globalThis.console, {
    error: () => log.debug('A library wrote to console.error.'),
    warn: () => log.debug('A library wrote to console.warn.'),
  });
  return () => void Object.assign(globalThis.console, spoken);
}
