import type { Kysely } from "kysely";
import { RUN } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** The rows of runs, the newest first; those of a list together, in its order. */
export function newestFirst(db: Kysely<Tables>) {
  return db
    .selectFrom("records")
    .where("name", "=", RUN)
    .orderBy("created_at", "desc")
    .orderBy("list_id", (order) => order.desc().nullsLast())
    .orderBy("list_position")
    .orderBy("run_id", "desc");
}
