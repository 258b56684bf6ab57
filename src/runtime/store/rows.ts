import type { Insertable } from "kysely";
import type { PlannedRun } from "#core/run-store.ts";
import type { RecordsTable } from "./tables.ts";

/** The name of a run's own row among those of its steps. */
export const RUN = "run";

export type RecordRow = Insertable<Partial<RecordsTable>> &
  Pick<RecordsTable, "run_id" | "name" | "place" | "state">;

/** What a run's row says of who works on it. */
type Begun = Pick<RecordsTable, "state" | "attempt" | "held_until" | "started_at">;

export const notBegun: Begun = { state: "waiting", attempt: 0, held_until: null, started_at: null };

/** The rows of a run and of all its steps, which are one dispatch's. */
export function rowsOf(run: PlannedRun, begun: Begun, createdAt: number): RecordRow[] {
  const { id, configuration, steps, list, rerunOf } = run;
  return [
    {
      run_id: id,
      name: RUN,
      place: 0,
      symbol: configuration.symbol,
      list_id: list?.id ?? null,
      list_position: list?.position ?? null,
      configuration: JSON.stringify(configuration),
      created_at: createdAt,
      rerun_of: rerunOf,
      ...begun,
    },
    ...steps.map((name, index) => ({
      run_id: id,
      name,
      place: index + 1,
      state: "waiting",
      execution_group: `${id}/analysts`,
    })),
  ];
}
