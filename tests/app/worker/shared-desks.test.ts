import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.ts";
import { openRunStore } from "#app/open-run-store.ts";
import { createSharedDesks } from "#app/worker/shared-desks.ts";
import { systemClock } from "#runtime/clock.ts";
import { configuration } from "../../core/run-examples.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

it("runs that are asked alike share a desk, and those with a budget only their list's", async () => {
  const config = readConfig({ LOGS_DIR: await temporaryFolder() });
  const store = await openRunStore(config, systemClock);
  const desks = createSharedDesks(config, systemClock, store);
  onTestFinished(async () => {
    await desks.close();
    await store.close();
  });
  const deskOf = (id: string, list: string | null, changes = {}) =>
    desks.use(
      {
        id,
        list: list === null ? null : { id: list, position: 0 },
        configuration: configuration(changes),
      },
      async (desk) => desk,
    );
  const first = await deskOf("a", null);
  expect(await deskOf("b", null, { symbol: "MSFT" })).toBe(first);
  expect(await deskOf("c", "list")).toBe(first);
  expect(await deskOf("d", null, { maxConcurrency: 2 })).not.toBe(first);

  const limits = { maxTokens: 1_000 };
  const limited = await deskOf("e", null, limits);
  expect(await deskOf("f", null, limits)).not.toBe(limited);
  const listed = await deskOf("g", "list", limits);
  expect(await deskOf("h", "list", limits)).toBe(listed);
});
