import { messageOf } from "#core/errors.ts";
import { runEventSchema } from "#core/event.ts";
import type { Clock } from "#core/ports.ts";
import type { Journal } from "#runtime/journal.ts";
import { redactor } from "#runtime/redact.ts";
import { joinText } from "./joined-text.ts";

/** What a compiled graph's stream gives, with `subgraphs` and these modes. */
type Streamed =
  | readonly [readonly string[], "custom", unknown]
  | readonly [readonly string[], "values", unknown]
  | readonly [readonly string[], "messages", readonly [Said, Readonly<Record<string, unknown>>]];

interface Said {
  readonly text: string;
}

export interface StreamedRun {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
}

/** How a graph is streamed so that `streamRun` can read it. */
export function streamOptions({ signal, text }: { signal: AbortSignal; text: boolean }) {
  const streamMode: ("custom" | "values" | "messages")[] = ["custom", "values"];
  if (text) streamMode.push("messages");
  return { signal, streamMode, subgraphs: true as const };
}

/**
 * Reads a graph's stream to its end, telling the journal what its nodes tell and its models write.
 *
 * @param open opens the stream
 * @returns the graph's last state
 * @throws what the graph throws; the signal's reason when it is aborted
 */
export async function streamRun<State>(
  open: () => Promise<AsyncIterable<unknown>>,
  { journal, clock, signal, secrets }: StreamedRun,
): Promise<State> {
  const clean = redactor(secrets);
  const told = joinText({ record: (event) => journal.record(clean(event)) });
  const startedAt = clock.now();
  const end = (error: string | null) => {
    const at = clock.now();
    told.record({ type: "run_ended", ms: at - startedAt, error, at });
  };
  try {
    let state: unknown = null;
    for await (const streamed of await open()) {
      const [path, mode, chunk] = streamed as Streamed;
      if (mode === "custom") {
        told.record(runEventSchema.parse(chunk));
      } else if (mode === "values") {
        // Those of a graph within are on their way to the outer one's.
        if (path.length === 0) state = chunk;
      } else {
        const [{ text }, metadata] = chunk;
        if (text === "") continue;
        told.record({ type: "text", node: nodeIn(metadata), text, at: clock.now() });
      }
    }
    signal.throwIfAborted();
    if (state === null) throw new Error("the graph ended without a state");
    end(null);
    return state as State;
  } catch (error) {
    end(messageOf(error));
    throw error;
  }
}

/** Whose words they are: the node's, unless the node has said for whom it asks. */
function nodeIn({ speaker, langgraph_node }: Readonly<Record<string, unknown>>): string {
  return String(speaker ?? langgraph_node);
}
