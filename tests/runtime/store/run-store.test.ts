import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Clock } from "#core/ports.ts";
import { runKinds } from "#core/run-kind.ts";
import { facetsOf } from "#runtime/store/facet.ts";
import { openStore, type StoreOptions } from "#runtime/store/open-store.ts";
import type { Store } from "#runtime/store/store.ts";
import { describeRunHistory } from "../../contracts/run-history.ts";
import { describeRunStore } from "../../contracts/run-store.ts";
import { createDatabase, describePostgres, type TestDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function open(where: Pick<StoreOptions, "url" | "folder">, clock: Clock): Promise<Store> {
  const store = await openStore({ ...where, clock, secrets: [] });
  onTestFinished(() => store.close());
  return store;
}

const inFile = async (clock: Clock) => open({ url: null, folder: await temporaryFolder() }, clock);

describeRunStore("SQLite", async (clock) => (await inFile(clock)).runs);
describeRunHistory("SQLite", inFile);

describePostgres("with a server", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const emptied = async (clock: Clock) => {
    const store = await open({ url: database.url, folder: "" }, clock);
    for (const kind of runKinds) {
      const runs = facetsOf(store)[kind];
      await runs.remove((await runs.runs({})).map(({ id }) => id));
    }
    return store;
  };
  describeRunStore("PostgreSQL", async (clock) => (await emptied(clock)).runs);
  describeRunHistory("PostgreSQL", emptied);
});
