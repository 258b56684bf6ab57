import type { DecisionMemory, MarketData, Recall, SourceName } from "#core/ports.ts";
import { selectRecord } from "#core/review/select-record.ts";
import { trackRecordOf } from "#core/review/track-record.ts";
import { scoreKept } from "./score-kept.ts";

/** Whose decisions a desk looks back on, and what it measures them by. */
interface RecallPorts {
  readonly memory: DecisionMemory;
  /** A source behind its boundary in time. */
  readonly market: (source: SourceName) => MarketData;
  /** The models as results state them: only decisions of the same are recalled. */
  readonly model: string;
  /** The symbol that returns are measured by. */
  readonly benchmark: string;
}

/**
 * Makes what tells a run how the desk's earlier decisions turned out. It looks only at decisions that
 * had been made by the run's day, none of them in hindsight, and whose horizons had passed by it; and
 * only at prices up to it.
 *
 * It answers null, without any request, where there is no such decision; a price history that fails
 * leaves its decisions unscored and said. It throws DeskError `storage` where the memory cannot be
 * read, and the signal's reason when it is aborted.
 */
export function createRecall({ memory, market, model, benchmark }: RecallPorts): Recall {
  return async ({ symbol, sector, asOf, source }, options) => {
    const { decisions } = await memory.recall({ asOf, source, model });
    const { own, peers } = selectRecord(decisions, { symbol, sector, asOf });
    if (own.length + peers.length === 0) return null;
    const { reviewed } = await scoreKept(
      { decisions: [...own, ...peers], market: market(source), benchmark, asOf },
      options,
    );
    const subject = { symbol, asOf, benchmark };
    return trackRecordOf(subject, reviewed.slice(0, own.length), reviewed.slice(own.length));
  };
}
