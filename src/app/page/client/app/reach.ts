import { stored } from "./stored.ts";

/** Whether the server answers; told by every request, and by what waits for its events. */
export const reachable = stored(true);

let last = Date.now();

/** Notes that the server has said something. */
export function heard(): void {
  last = Date.now();
  reachable.set(true);
}

/** When the server last said something, in epoch milliseconds. */
export function lastHeard(): number {
  return last;
}
