import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "#core/ports.ts";
import type { HistoryEntry, RunHistory } from "#core/run-history.ts";
import { isHeld } from "#core/run-state.ts";
import { followEvents } from "#runtime/follow-events.ts";
import type { NumberedEvent } from "#runtime/journal.ts";
import { readEventsSoFar } from "#runtime/run-events.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import type { RunMessage } from "./api.ts";

/** Between the end of what is told of a run and the end of its record. */
const SOON_MS = 40;

/** Of who is at hand until all is told. */
const never = new AbortController().signal;

/** Where a run is looked for. */
export interface FollowedPlace {
  readonly history: RunHistory;
  readonly logsDir: string;
  readonly clock: Clock;
  /** How often its record is read. */
  readonly lookMs: number;
}

/** How somebody follows a run. */
export interface Follower {
  /** The number of the last event that it has already; 0 for none. */
  readonly after: number;
  /** Aborted when nobody takes any more. */
  readonly signal: AbortSignal;
  /** Aborted when nothing more can be told: how the run stands then is told once more. */
  readonly closing?: AbortSignal;
  /**
   * Told one message after another, each once the one before was taken.
   *
   * @param last the number of the last event in it; null where it has none
   */
  readonly tell: (message: RunMessage, last: number | null) => Promise<unknown>;
}

/**
 * Tells of a run as it goes on, whoever is at it: its events from its file as that grows, where it is on
 * this machine, and how it stands from its record. Over when it has ended, or nobody is at it, or one of
 * the signals is aborted.
 *
 * @param entry how it stands
 * @throws DeskError `storage` when its record cannot be read
 */
export async function followRun(
  entry: HistoryEntry,
  { after, signal, closing = never, tell }: Follower,
  { history, logsDir, clock, lookMs }: FollowedPlace,
): Promise<void> {
  const folder = runFolderPath(logsDir, entry.id);
  const over = new AbortController();
  const stop = AbortSignal.any([signal, closing, over.signal]);
  let run = entry;
  let last = after;

  async function give(events: readonly NumberedEvent[]): Promise<void> {
    const fresh = events.filter(({ seq }) => seq > last);
    const newest = fresh.at(-1);
    if (newest === undefined || signal.aborted) return;
    last = newest.seq;
    await tell({ type: "events", events: fresh }, last);
  }

  async function look(): Promise<void> {
    // A record that was removed in the meantime ends it.
    const now = await history.entry(run.id);
    const changed = now !== null && standing(now) !== standing(run);
    run = now ?? run;
    if (now === null || !isAtWork(run, clock.now())) over.abort();
    else if (changed && !stop.aborted) await tell({ type: "run", run }, null);
  }

  async function tellEvents(): Promise<void> {
    while (!stop.aborted) {
      for await (const events of followEvents(folder, { after: last, signal: stop })) {
        await give(events);
      }
      await pause(SOON_MS, stop);
      if (!stop.aborted) await look();
    }
  }

  async function watchRecord(): Promise<void> {
    while (!stop.aborted) {
      await pause(lookMs, stop);
      if (!stop.aborted) await look();
    }
  }

  await tell({ type: "run", run }, null);
  if (isAtWork(run, clock.now())) {
    const both = [tellEvents(), watchRecord()].map((work) => work.finally(() => over.abort()));
    await Promise.all(both);
  }
  if (signal.aborted) return;
  await give(await readEventsSoFar(folder));
  if (closing.aborted) await look();
  // Others may still be at it, of which this server will tell nothing any more.
  const type = closing.aborted && isAtWork(run, clock.now()) ? "run" : "end";
  await tell({ type, run }, null);
}

/** Whether more may come of it. One that waits may be taken up by whoever comes. */
function isAtWork(run: HistoryEntry, now: number): boolean {
  return run.state === "waiting" || isHeld(run, now);
}

/** What is worth telling of a record: not how long it is held. */
function standing({ heldUntil: _, ...rest }: HistoryEntry): string {
  return JSON.stringify(rest);
}

/** Waits, or until the signal is aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
