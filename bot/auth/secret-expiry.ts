import type { Log } from '../log.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Warns once a day from 30 days before the client secret in use ends.
 * @returns a function that stops the warnings.
 */
export function warnBeforeExpiry(log: Log, expiresAt: Date | undefined, now: () => Date = () => new Date()): () => void {
  if (expiresAt === undefined) return () => undefined;
  const look = (): void => {
    const days = Math.floor((expiresAt.getTime() - now().getTime()) / dayMs);
    if (days > 30) return;
    const when = days < 0 ? 'has ended' : `ends in ${days} days`;
    log.warn(`The client secret ${when} (CLIENT_SECRET_EXPIRES_ON): make a new one in Entra, or move to a certificate.`, {
      expiresAt,
    });
  };
  look();
  const timer = setInterval(look, dayMs);
  timer.unref();
  return () => clearInterval(timer);
}
