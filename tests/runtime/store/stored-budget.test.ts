import { describe, expect, it, onTestFinished } from "vitest";
import type { Budget, BudgetLimits } from "#runtime/models/budget.ts";
import { type Database, openDatabase } from "#runtime/store/database.ts";
import { createResilience, type Resilience } from "#runtime/store/resilient.ts";
import { createStoredBudget } from "#runtime/store/stored-budget.ts";
import { describeBudget } from "../../contracts/budget.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const NO_LIMITS: BudgetLimits = { maxTokens: null, maxUsd: null };
const ASIDE = { tokens: 300, usd: 0.3 };

/** What another process opens too. */
interface Place {
  readonly url: string | null;
  readonly folder: string;
}

async function open(place: Place): Promise<Database> {
  const database = await openDatabase(place);
  onTestFinished(() => database.close());
  return database;
}

function budgetIn(database: Database, limits: BudgetLimits, id = "list"): Budget {
  const { place, pool } = database;
  const resilience = createResilience({ place, postgres: pool !== null });
  return createStoredBudget({ database, resilience, id, limits });
}

function describeStored(name: string, place: () => Promise<Place>): void {
  describeBudget(name, async (limits) => budgetIn(await open(await place()), limits));

  describe(name, () => {
    it("is shared by all that ask by its id, over connections of their own", async () => {
      const shared = await place();
      const limits = { maxTokens: 3_000, maxUsd: null };
      const budgets = [
        budgetIn(await open(shared), limits),
        budgetIn(await open(shared), limits),
        budgetIn(await open(shared), limits),
      ];
      const asked = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) =>
          budgets[index % budgets.length]?.reserve({ tokens: 200, usd: null }),
        ),
      );
      expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(15);
      for (const budget of budgets) expect((await budget.spent()).tokens).toBe(3_000);
    });

    it("knows nothing of another id's", async () => {
      const database = await open(await place());
      await budgetIn(database, NO_LIMITS, "other").reserve(ASIDE);
      expect(await budgetIn(database, NO_LIMITS).spent()).toEqual({ tokens: 0, usd: 0 });
    });

    it("counts as used what is never settled, also for who comes after", async () => {
      const shared = await place();
      const database = await openDatabase(shared);
      await budgetIn(database, NO_LIMITS).reserve(ASIDE);
      await database.close();
      const later = budgetIn(await open(shared), { maxTokens: 500, maxUsd: null });
      expect(await later.spent()).toEqual(ASIDE);
      await expect(later.reserve(ASIDE)).rejects.toMatchObject({ code: "budget" });
    });
  });
}

describeStored("a budget in a file", async () => ({ url: null, folder: await temporaryFolder() }));

describePostgres("PostgreSQL", () => {
  describeStored("a budget in PostgreSQL", async () => ({
    url: await freshDatabase(),
    folder: "",
  }));
});

describe("a stored budget whose database went away in the middle of a booking", () => {
  /** Each booking is done, and its answer lost, so that it is done again. */
  const lossy: Resilience = async (_what, work) => {
    await work(false);
    return work(true);
  };

  async function budgets() {
    const database = await open({ url: null, folder: await temporaryFolder() });
    return {
      sound: budgetIn(database, NO_LIMITS),
      torn: createStoredBudget({ database, resilience: lossy, id: "list", limits: NO_LIMITS }),
    };
  }

  it("counts no less than was used: it gives back once", async () => {
    const { sound, torn } = await budgets();
    await sound.reserve({ tokens: 1_000, usd: 1 });
    const held = await torn.reserve({ tokens: 1_000, usd: 1 });
    const before = await sound.spent();
    await held.settle({ tokens: 100, usd: 0.1 });
    const { tokens, usd } = await sound.spent();
    expect(before.tokens - tokens).toBe(900);
    expect((before.usd ?? 0) - (usd ?? 0)).toBeCloseTo(0.9);
  });

  it("may book twice what a call used beyond what it held", async () => {
    const { sound, torn } = await budgets();
    await sound.reserve({ tokens: 1_000, usd: 1 });
    const held = await torn.reserve({ tokens: 100, usd: 0.1 });
    const before = await sound.spent();
    await held.settle({ tokens: 150, usd: 0 });
    expect((await sound.spent()).tokens - before.tokens).toBe(100);
  });
});
