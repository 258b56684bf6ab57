/** What a command's exit code says. */
export const exitCodes = {
  ok: 0,
  /** Nothing to show for it. */
  failed: 1,
  /** The command line or a setting cannot be used. */
  usage: 2,
  /** A result in which something is missing. */
  partial: 3,
  interrupted: 130,
} as const;
