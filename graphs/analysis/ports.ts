import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Findings } from "#core/findings.ts";
import type { Clock, ReadOptions, Recall, SourceName, SymbolQuery } from "#core/ports.ts";
import type { Provenance } from "#core/result.ts";
import type { Role } from "#core/role.ts";

/** Everything the analysis graph needs from outside. */
export interface AnalysisPorts {
  /**
   * Decides where this run's figures come from, and holds that the symbol exists there.
   *
   * @throws DeskError when there is no such symbol, or no source may be used
   */
  open(query: SymbolQuery, options: ReadOptions): Promise<Provenance>;
  /** The desk's tools over one source. */
  tools(source: SourceName): readonly StructuredToolInterface[];
  model(role: Role): BaseChatModel;
  readonly recall: Recall;
  readonly clock: Clock;
  /** Reports of an earlier run on the same request: whose they are is not asked again. */
  readonly kept?: readonly Findings[];
  /** Ends what is still at work, with a DeskError `timeout` as its reason; the run keeps the rest. */
  readonly deadline?: AbortSignal;
}
