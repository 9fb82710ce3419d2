/**
 * The part of a pino logger this room uses. Lines name the collector, the status and the time taken; never an address,
 * a filter, a token or a person.
 */
export interface GraphLog {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}
