import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Clock } from "#core/ports.ts";
import type { RunStore } from "#core/run-store.ts";
import { openStore, type StoreOptions } from "#runtime/store/open-store.ts";
import { describeRunStore } from "../../contracts/run-store.ts";
import { createDatabase, describePostgres, type TestDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function open(where: Pick<StoreOptions, "url" | "folder">, clock: Clock): Promise<RunStore> {
  const store = await openStore({ ...where, clock, secrets: [] });
  onTestFinished(() => store.close());
  return store.runs;
}

describeRunStore("SQLite", async (clock) =>
  open({ url: null, folder: await temporaryFolder() }, clock),
);

describePostgres("with a server", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  describeRunStore("PostgreSQL", async (clock) => {
    const runs = await open({ url: database.url, folder: "" }, clock);
    const earlier = await runs.runs({});
    await runs.remove(earlier.map(({ id }) => id));
    return runs;
  });
});
