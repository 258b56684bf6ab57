import type { RunMessage, RunView } from "../../../web/api.ts";
import { ask, Refused, reachable } from "./ask.ts";
import { printableJson } from "./printable-json.ts";
import { takeSlot } from "./stream-slot.ts";

const AGAIN_MS = 1_500;
/** How often a tab that nobody sees asks how its run stands. */
const GLANCE_MS = 10_000;
/** How long one listens that may keep no connection, and how long it then leaves it to others. */
const LISTEN_MS = 300;
const LEAVE_MS = 1_000;

/**
 * Follows a run for as long as somebody looks. Connections are few, over all tabs: a hidden one keeps none,
 * and where too many are seen at once, some listen in turns.
 *
 * @param after the number of the last event that is known
 * @returns how to end it
 */
export function followRun(
  id: string,
  after: () => number,
  tell: (message: RunMessage) => void,
): () => void {
  const path = `/api/runs/${encodeURIComponent(id)}`;
  const ending = new AbortController();
  let source: EventSource | null = null;
  let release: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;

  async function look(): Promise<void> {
    pause();
    if (ending.signal.aborted) return;
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
    source.onopen = () => reachable.set(true);
    source.onmessage = ({ data }) => {
      // Texts come in pieces, and are made printable once they are whole.
      const message = printableJson<RunMessage>(data, ["text"]);
      if (message.type === "end") close();
      tell(message);
    };
    source.onerror = () => {
      // A browser tries again by itself, unless it was refused.
      const refused = source?.readyState === EventSource.CLOSED;
      ask(path, ending.signal).then(
        () => refused && lookIn(AGAIN_MS),
        (thrown) => {
          if (thrown instanceof Refused && thrown.status === 404) close();
          else if (refused) lookIn(AGAIN_MS);
        },
      );
    };
  }

  async function glance(): Promise<void> {
    const view = await ask<RunView>(path, ending.signal).catch(() => null);
    if (!document.hidden) return;
    if (view !== null) tell({ type: "run", run: view.run });
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
  return close;
}
