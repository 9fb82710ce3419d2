/** What surrounds every card, whatever it says. */
export interface Frame {
  /** Shown on top of every card when the bot talks to the sandbox or a test rig. */
  readonly banner?: string;
}
