import type { Insertable } from "kysely";
import type { RunForm } from "#core/run-forms/run-form.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { PlannedRun } from "#core/run-store.ts";
import type { RecordsTable } from "./tables.ts";

/** The name of a run's own row among those of its steps. */
export const RUN = "run";

export type RecordRow = Insertable<Partial<RecordsTable>> &
  Pick<RecordsTable, "run_id" | "name" | "place" | "state">;

/** What a run's row says of who works on it. */
type Begun = Pick<RecordsTable, "state" | "attempt" | "held_until" | "started_at">;

export const notBegun: Begun = { state: "waiting", attempt: 0, held_until: null, started_at: null };

/** The rows of a run and of all its steps. */
export function rowsOf<K extends RunKind>(
  run: PlannedRun<K>,
  form: RunForm<K>,
  begun: Begun,
  createdAt: number,
): RecordRow[] {
  const { id, configuration, groups, list, rerunOf } = run;
  const steps = groups
    .filter((group) => form.recordsSteps(group))
    .flatMap(({ name, nodes }) => nodes.map((node) => ({ node, group: `${id}/${name}` })));
  return [
    {
      run_id: id,
      name: RUN,
      place: 0,
      kind: form.kind,
      title: form.titleOf(configuration),
      symbol: form.symbolOf(configuration),
      list_id: list?.id ?? null,
      list_position: list?.position ?? null,
      configuration: JSON.stringify(configuration),
      created_at: createdAt,
      rerun_of: rerunOf,
      ...begun,
    },
    ...steps.map(({ node, group }, index) => ({
      run_id: id,
      name: node,
      place: index + 1,
      state: "waiting",
      execution_group: group,
    })),
  ];
}
