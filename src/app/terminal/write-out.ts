import { withinGrace } from "#runtime/within-grace.ts";
import type { Output } from "./terminal.ts";

/** How long somebody who asked to stop waits for a reader that takes nothing. */
const GRACE_MS = 1_000;

/**
 * Writes one piece of many and waits until it has left: however slow the reader is, no more than that
 * piece is ever held for it.
 *
 * @returns whether there is any use in writing more: false once the reader is gone (`| head`), or the
 *   place is full, of which the stream itself tells
 * @throws the signal's reason when it is aborted and the reader takes nothing
 */
export async function writeOut(
  output: Output,
  text: string,
  signal: AbortSignal,
): Promise<boolean> {
  const left = Promise.withResolvers<boolean>();
  output.write(text, (failure) => left.resolve(!failure));
  return withinGrace(left.promise, signal, GRACE_MS);
}
