import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { Clock } from "#core/ports.ts";
import type { Journal } from "#runtime/journal.ts";
import { streamOptions, streamRun } from "./stream-run.ts";

/** What a run of a graph is done with, whatever it is of. */
export interface ResumableRun {
  readonly runId: string;
  /** Told what happens while it happens. */
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Whether the journal is told what the models write, token by token. */
  readonly text: boolean;
  /** What must stand in nothing that the run tells, as a last defence. */
  readonly secrets: readonly string[];
  /** Where the run is kept as it goes, under its id, so that it can be resumed. */
  readonly checkpointer?: BaseCheckpointSaver;
  /** How often it has been taken up: a run of more than one goes on where it was cut off. */
  readonly attempt?: number;
}

/** How a compiled graph is streamed here. */
type StreamOptions = ReturnType<typeof streamOptions> & {
  readonly durability?: "sync";
  readonly configurable?: { readonly thread_id: string };
};

/**
 * Streams a graph to its end: from its beginning, or from where an earlier attempt was cut off.
 *
 * @param open opens the graph's stream; given whether it is to go on, which takes no input
 * @returns the graph's last state
 * @throws what the graph throws; the signal's reason when it is aborted
 */
export function streamResumable<State>(
  open: (goesOn: boolean, options: StreamOptions) => Promise<AsyncIterable<unknown>>,
  { runId, journal, signal, text, secrets, checkpointer, attempt = 1 }: ResumableRun,
  clock: Clock,
): Promise<State> {
  const thread = { configurable: { thread_id: runId } };
  return streamRun<State>(
    async () => {
      if (attempt > 1) journal.record({ type: "run_resumed", attempt, at: clock.now() });
      const begun = attempt > 1 && (await checkpointer?.getTuple(thread)) !== undefined;
      const kept = checkpointer && ({ ...thread, durability: "sync" } as const);
      return open(begun, { ...kept, ...streamOptions({ signal, text }) });
    },
    { journal, clock, signal, secrets },
  );
}
