import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, openDatabase } from "#runtime/store/database.ts";
import { createDecisionTable } from "#runtime/store/decisions.ts";
import { createResilience } from "#runtime/store/resilient.ts";
import { describeDecisionMemory } from "../../contracts/decision-memory.ts";
import { kept } from "../../core/review/examples.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function open(url: string | null): Promise<Database> {
  const database = await openDatabase({ url, folder: await temporaryFolder() });
  onTestFinished(() => database.close());
  return database;
}

function memoryIn(database: Database) {
  const { place, pool } = database;
  const resilience = createResilience({ place, postgres: pool !== null });
  return createDecisionTable({ database, resilience });
}

describeDecisionMemory("the table of decisions in a file", async () => memoryIn(await open(null)));

describePostgres("PostgreSQL", () => {
  describeDecisionMemory("the table of decisions in PostgreSQL", async () =>
    memoryIn(await open(await freshDatabase())),
  );
});

describe("the table of decisions", () => {
  it("passes over what it cannot read, counts it, and recalls the rest", async () => {
    const database = await open(null);
    const memory = memoryIn(database);
    await memory.keep(kept({ runId: "strange" }));
    await memory.keep(kept({ runId: "plain" }));
    await database.db
      .updateTable("decisions")
      .set({ decision: '{"form":"of a later program"}' })
      .where("run_id", "=", "strange")
      .execute();
    expect(await memory.recall({ asOf: "9999-12-31" })).toEqual({
      decisions: [kept({ runId: "plain" })],
      passedOver: 1,
    });
  });

  it("refuses to keep what it could not read again", async () => {
    const memory = memoryIn(await open(null));
    await expect(memory.keep(kept({ confidence: Number.NaN }))).rejects.toThrow();
    expect((await memory.recall({ asOf: "9999-12-31" })).decisions).toEqual([]);
  });
});
