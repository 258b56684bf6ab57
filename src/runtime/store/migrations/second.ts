import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** Of what kind a run is, and what it is about. All runs until then were analyses of a symbol. */
export async function second(db: Kysely<Tables>): Promise<void> {
  for (const column of ["kind", "title"]) {
    await db.schema.alterTable("records").addColumn(column, "text").execute();
  }
  await db
    .updateTable("records")
    .set({ kind: "analysis", title: sql.ref("symbol") })
    .where("name", "=", "run")
    .execute();
}
