import { DeskError } from "#core/errors.ts";

/** Why a run cannot be taken up that is at somebody's hands. */
export function heldByAnother(id: string): DeskError {
  return new DeskError(
    "usage",
    `run ${id} is being worked on, by this machine or another. Wait for it, or stop it first.`,
  );
}
