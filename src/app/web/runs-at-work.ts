import { HTTPException } from "hono/http-exception";
import { DeskError, messageOf } from "#core/errors.ts";
import { counted } from "#core/render/counted.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { notNow } from "./refusals.ts";

/** What a piece of work is given, and tells. */
export interface WorkPlace {
  /** Aborted when a person stops it, or the server ends. */
  readonly signal: AbortSignal;
  /** It is recorded, under this id, and goes on. */
  begun(id: string, title: string): void;
}

/**
 * A run, or a list of them, from its beginning to its end.
 *
 * @returns what came of it, in few words
 */
export type Work = (place: WorkPlace) => Promise<string>;

/** What a server is at. */
export interface RunsAtWork {
  /**
   * Begins a piece of work, if there is room for one more.
   *
   * @returns its id, as soon as it is recorded
   * @throws HTTPException 429 where there is no room; whatever the work throws before it is recorded
   */
  start(work: Work): Promise<string>;
  has(id: string): boolean;
  /** Ends one that is at work; whether it was. What it has come to is recorded in its own time. */
  stop(id: string): boolean;
  /** Ends all of them, and begins no more; over once they have ended, or do not react to it. */
  close(): Promise<void>;
}

/** Told what becomes of the work. */
export interface WorkViewer {
  begun(id: string, title: string): void;
  /** @param outcome what came of it, in few words */
  ended(id: string, title: string, outcome: string): void;
}

/** How long work may take to end once it is told to. */
const GRACE_MS = 4_000;

/** @param most pieces of work at once, at most */
export function createRunsAtWork(most: number, viewer: WorkViewer): RunsAtWork {
  const atWork = new Map<string, AbortController>();
  /** Those that are not recorded yet, too. */
  const all = new Map<AbortController, Promise<void>>();
  let closing = false;

  return {
    start(work) {
      if (closing) throw notNow("This server is about to end: start it again first.");
      if (all.size >= most) throw tooMany(most);
      const stop = new AbortController();
      const begun = Promise.withResolvers<string>();
      let named: { readonly id: string; readonly title: string } | null = null;
      const place: WorkPlace = {
        signal: stop.signal,
        begun(id, title) {
          named = { id, title };
          atWork.set(id, stop);
          viewer.begun(id, title);
          begun.resolve(id);
        },
      };
      const end = (outcome: string, reason: unknown) => {
        all.delete(stop);
        if (named === null) return begun.reject(reason);
        // One that was stopped may be gone on with before all of its first attempt is written.
        if (atWork.get(named.id) === stop) atWork.delete(named.id);
        viewer.ended(named.id, named.title, outcome);
      };
      const working = work(place).then(
        (outcome) => end(outcome, new Error("the work ended before it was recorded")),
        (reason) =>
          end(`${stop.signal.aborted ? "stopped" : "failed"}: ${messageOf(reason)}`, reason),
      );
      all.set(stop, working);
      return begun.promise;
    },
    has: (id) => atWork.has(id),
    stop(id) {
      const stop = atWork.get(id);
      stop?.abort(new DeskError("interrupted", "somebody stopped it on the page"));
      return stop !== undefined;
    },
    async close() {
      closing = true;
      const working = [...all.values()];
      for (const stop of all.keys()) stop.abort(new DeskError("interrupted", "interrupted"));
      // A run that is left so is held by nobody in a few seconds, and can be gone on with.
      await withinGrace(Promise.all(working), AbortSignal.abort(), GRACE_MS).catch(() => {});
    },
  };
}

function tooMany(most: number): HTTPException {
  return new HTTPException(429, {
    message: `${counted(most, "run is", "runs are")} at work here, which is as many as may be at once. Wait for one, or stop one.`,
  });
}
