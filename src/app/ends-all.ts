import { DeskError } from "#core/errors.ts";

/** Whether what was thrown ends all runs: a mistake in the settings, or nowhere to keep anything. */
export function endsAll(thrown: unknown): boolean {
  return thrown instanceof DeskError && ["configuration", "storage"].includes(thrown.code);
}
