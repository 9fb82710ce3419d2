import { fileURLToPath } from 'node:url';
import { loadEnvironment, readConfig } from './config.ts';
import { HelpdeskError } from './errors.ts';
import { openHouse, type House } from './house/open-house.ts';
import { hushSdk } from './web/adapter.ts';

/** What an operator reads when the bot cannot start: the sentence, what it means, and what to do. */
function tell(error: unknown): void {
  const words =
    error instanceof HelpdeskError
      ? `${error.message}\n${error.details} ${error.remedy}`
      : `The bot could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`${words}\n`);
}

async function main(): Promise<void> {
  const house = await openHouse(readConfig(loadEnvironment(fileURLToPath(new URL('../env', import.meta.url)))));
  standGuard(house);
  hushSdk(house.log);
  house.log.info('The bot is listening.', { port: house.address.port, pid: process.pid });
}

/** A mistake that nobody caught leaves the process in a state nobody knows: log it and let the supervisor start anew. */
function standGuard(house: House): void {
  const fall = (error: unknown): void => {
    house.log.error('Something was thrown that nobody caught; the process ends.', { error });
    process.exit(1);
  };
  process.on('unhandledRejection', fall);
  process.on('uncaughtException', fall);

  let closing: Promise<void> | undefined;
  const leave = (signal: string): void => {
    if (closing) return;
    house.log.info('The bot is closing.', { signal });
    closing = house.close();
    closing.then(
      () => process.exit(0),
      (error: unknown) => {
        house.log.error('The bot did not close cleanly.', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => leave('SIGTERM'));
  process.on('SIGINT', () => leave('SIGINT'));
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
