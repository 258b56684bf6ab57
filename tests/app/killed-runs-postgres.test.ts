import { holdsWhenKilled } from "../helpers/killed-in-turn.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";

describePostgres("a run whose process is killed, resumed by another", () => {
  holdsWhenKilled("recorded in PostgreSQL", async () => ({ DATABASE_URL: await freshDatabase() }));
});
