import type { RunRecord } from "#core/run-record.ts";
import { configuration, planned } from "../../core/run-examples.ts";
import { keptIn } from "../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

export const LIST = "list-1";

/** A list of these tickers that nobody has begun, each run's id being its ticker. */
export async function plannedList(...tickers: readonly string[]) {
  const { store, clock, pass } = await keptIn(await temporaryFolder());
  await store.runs.plan(
    tickers.map((symbol, position) =>
      planned({
        id: symbol,
        configuration: configuration({ symbol }),
        list: { id: LIST, position },
      }),
    ),
  );
  const runs = await store.runs.runs({ list: LIST });
  return {
    runs,
    store: store.runs,
    clock,
    pass,
    /** Takes a run up. */
    async begin(id: string) {
      const claim = await store.runs.claim(id);
      if (claim === null) throw new Error(`nobody may begin ${id}`);
      return claim;
    },
    /** How each run stands, and why. */
    async states() {
      const now = await store.runs.runs({ list: LIST });
      return now.map(({ id, state, error }: RunRecord) => [id, state, error]);
    },
  };
}
