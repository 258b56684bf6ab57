import type { RunMessage, RunView } from "../../../web/api.ts";
import { printableJson } from "../printable-json.ts";
import { ask, Refused } from "./ask.ts";
import { heard } from "./reach.ts";
import { isAtWork, mayBeTakenUp } from "./shown-run.ts";
import { takeSlot } from "./stream-slot.ts";

const AGAIN_MS = 1_500;
/** How often a tab that nobody sees asks how its run stands. */
const GLANCE_MS = 10_000;
/** How often one that has ended, and may be taken up again, is looked at. */
const REST_MS = 2_000;
/** How long one listens that may keep no connection, and how long it then leaves it to others. */
const LISTEN_MS = 300;
const LEAVE_MS = 1_000;

/** A run that is followed. */
export interface FollowedRun {
  /** Listens at once to one that had ended. */
  again(): void;
  close(): void;
}

/**
 * Follows a run for as long as somebody looks. Connections are few, over all tabs: a hidden one keeps none,
 * and where too many are seen at once, some listen in turns. One that has ended is listened to again once
 * somebody takes it up.
 *
 * @param after the number of the last event that is known
 */
export function followRun(
  id: string,
  after: () => number,
  tell: (message: RunMessage) => void,
): FollowedRun {
  const path = `/api/runs/${encodeURIComponent(id)}`;
  const ending = new AbortController();
  let source: EventSource | null = null;
  let release: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  /** Whether it has ended, and may be taken up again. */
  let rests = false;

  async function look(): Promise<void> {
    pause();
    if (ending.signal.aborted) return;
    if (rests) {
      if (!document.hidden) timer = setTimeout(glance, REST_MS);
      return;
    }
    if (document.hidden) {
      timer = setTimeout(glance, GLANCE_MS);
      return;
    }
    const mine = looks;
    const slot = await takeSlot();
    if (mine !== looks) {
      slot?.();
      return;
    }
    release = slot;
    listen();
    if (slot === null) timer = setTimeout(() => lookIn(LEAVE_MS), LISTEN_MS);
  }

  function listen(): void {
    source = new EventSource(`${path}/events?after=${after()}`);
    source.onopen = heard;
    source.onmessage = ({ data }) => {
      heard();
      // Texts come in pieces, and are made printable once they are whole.
      const message = printableJson<RunMessage>(data, ["text"]);
      tell(message);
      if (message.type !== "end") return;
      rests = mayBeTakenUp(message.run);
      if (rests) look();
      else close();
    };
    source.onerror = () => {
      // A browser tries again by itself, unless it was refused.
      const refused = source?.readyState === EventSource.CLOSED;
      ask(path, ending.signal).then(
        () => refused && lookIn(AGAIN_MS),
        (thrown) => {
          if (isMissing(thrown)) close();
          else if (refused) lookIn(AGAIN_MS);
        },
      );
    };
  }

  async function glance(): Promise<void> {
    const mine = looks;
    const run = await ask<RunView>(path, ending.signal).then(
      (view) => view.run,
      (thrown) => (isMissing(thrown) ? close() : null),
    );
    if (mine !== looks) return;
    if (run != null) {
      const goesOn = isAtWork(run, Date.now());
      if (goesOn) rests = false;
      if (document.hidden) tell({ type: "run", run });
      // What is left to hear of it is heard once somebody looks.
      if (document.hidden && !goesOn) return;
    }
    look();
  }

  function lookIn(ms: number): void {
    pause();
    timer = setTimeout(look, ms);
  }

  /** Lets go of everything, also of what is on its way. */
  function pause(): void {
    looks += 1;
    clearTimeout(timer);
    source?.close();
    source = null;
    release?.();
    release = null;
  }

  function close(): void {
    pause();
    ending.abort();
    document.removeEventListener("visibilitychange", look);
  }

  document.addEventListener("visibilitychange", look);
  look();
  return {
    again() {
      rests = false;
      look();
    },
    close,
  };
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Refused && thrown.status === 404;
}
