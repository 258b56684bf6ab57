import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Matches } from "#core/chain/holds.ts";
import type { KeptOutcome } from "#core/chain/kept-outcomes.ts";
import type { Day } from "#core/day.ts";
import type { Clock } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";

/** What a tool call is told of its figures. */
export interface Opened {
  /** Where they come from. */
  readonly data: Provenance;
  /** Whether this call has decided that, for all that come after it. */
  readonly first: boolean;
}

/** Everything the graph of a chain needs from outside. */
export interface ChainPorts {
  /**
   * The desk's tools. Where figures come from is decided by the first call that is made of any of them.
   *
   * @param data what has been decided already; null where nothing has
   * @param onOpened told by every call that asks a source
   */
  tools(
    data: Provenance | null,
    onOpened: (opened: Opened) => void,
  ): readonly StructuredToolInterface[];
  /** A model by its name; null is the one of agents without one of their own. */
  model(name: string | null): BaseChatModel;
  readonly matches: Matches;
  readonly clock: Clock;
  /** The last day whose knowledge tools may use; null is today. */
  readonly asOf: Day | null;
  /** Outputs of an earlier run of the same chain on the same input: whose they are is not asked again. */
  readonly kept?: readonly KeptOutcome[];
  /** Ends what is still at work, with a DeskError `timeout` as its reason; the run keeps the rest. */
  readonly deadline?: AbortSignal;
}
