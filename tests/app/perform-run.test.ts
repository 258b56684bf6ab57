import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.ts";
import { performRun } from "#app/perform-run.ts";
import { type AnalystName, analystNames } from "#core/analyst.ts";
import { DeskError } from "#core/errors.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { systemClock } from "#runtime/clock.ts";
import { databaseFile } from "#runtime/store/database-file.ts";
import { openStore } from "#runtime/store/open-store.ts";
import { configuration, planned } from "../core/run-examples.ts";
import { demoPorts } from "../helpers/analysis.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";
import { ScriptedModel } from "../helpers/scripted-model.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const SECRET = "sk-canary-0123456789";

/** A desk over demo data, a store whose statements are told, and a run of some analysts in it. */
async function workplace(
  changes: { readonly ports?: Partial<AnalysisPorts>; readonly url?: string | null } = {},
) {
  const logsDir = await temporaryFolder();
  const statements: string[] = [];
  const config = readConfig({ LOGS_DIR: logsDir, OPENAI_API_KEY: SECRET });
  const store = await openStore({
    url: changes.url ?? null,
    folder: logsDir,
    clock: systemClock,
    secrets: [SECRET],
    onStatement: (sql) => statements.push(sql),
  });
  onTestFinished(() => store.close());
  const ports = demoPorts(changes.ports);
  const desk = { model: "test", ports, remember: async () => {}, close: async () => {} };
  const begin = async (analysts: readonly AnalystName[]) => {
    const asked = configuration({ analysts: [...analysts] });
    const claim = await store.runs.begin(planned({ configuration: asked }));
    return { claim, configuration: asked, rerunOf: null };
  };
  return { place: { desk, store, config }, begin, statements, logsDir };
}

const unstopped = () => ({ signal: new AbortController().signal });

function countsARun(where: string, url: () => Promise<string | null>): void {
  it.each([1, 3, 6])(
    `${where} costs one insert before and one select after it, with %i analysts`,
    async (count) => {
      const { place, begin, statements } = await workplace({ url: await url() });
      statements.length = 0;
      await performRun(await begin(analystNames.slice(0, count)), place, unstopped());
      const inserts = statements.filter((sql) => /^insert into "records"/.test(sql));
      const reads = statements.filter((sql) =>
        /^select .*"outcome"|^select \* from "records"/.test(sql),
      );
      expect([inserts.length, reads.length]).toEqual([1, 1]);
    },
  );
}

describe("a run that is performed", () => {
  countsARun("in a file", async () => null);

  it("records what each branch has come to as it goes", async () => {
    const { place, begin } = await workplace();
    const { steps, state } = await performRun(await begin(["market", "risk"]), place, unstopped());
    expect(state).toBe("done");
    expect(steps.map(({ name, state }) => [name, state])).toEqual([
      ["market_analyst", "done"],
      ["risk_analyst", "done"],
    ]);
    expect(new Set(steps.map(({ group }) => group)).size).toBe(1);
  });

  it("is interrupted, and not failed, by what would end every run", async () => {
    const open = async () => {
      throw new DeskError("configuration", `the key ${SECRET} is refused`);
    };
    const { place, begin } = await workplace({ ports: { open } });
    const run = await begin(["market"]);
    await expect(performRun(run, place, unstopped())).rejects.toThrow("is refused");
    expect(await place.store.runs.read(run.claim.runId)).toMatchObject({
      state: "interrupted",
      error: "the key [redacted] is refused",
    });
  });

  it("ends soon when it is stopped while its records cannot be written", async () => {
    const stop = new AbortController();
    const open = () => new Promise<never>(() => {});
    const { place, begin } = await workplace({ ports: { open } });
    const run = await begin(["market"]);
    const claim = { ...run.claim, end: () => new Promise<never>(() => {}) };
    const performed = performRun({ ...run, claim }, place, { signal: stop.signal });
    stop.abort(new Error("interrupted"));
    const startedAt = performance.now();
    await expect(performed).rejects.toThrow("interrupted");
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });

  it("leaves no secret in its folder or in the database, whatever a model says", async () => {
    const says = `My key is ${SECRET}.\nSTANCE: bullish CONFIDENCE: 0.70`;
    const model = new ScriptedModel(() => ({ text: says }));
    const { place, begin, logsDir } = await workplace({ ports: { model: () => model } });
    const run = await begin(["market", "news"]);
    const { result } = await performRun(run, place, unstopped());
    expect(JSON.stringify(result.reports)).toContain("[redacted]");
    const folder = join(logsDir, "runs", run.claim.runId);
    const files = ["events.jsonl", "result.json", "report.md"].map((name) => join(folder, name));
    // Checkpoints are deleted, but their bytes stay in the file until they are written over.
    for (const file of [...files, databaseFile(logsDir), `${databaseFile(logsDir)}-wal`]) {
      expect((await readFile(file)).includes(SECRET), file).toBe(false);
    }
  });
});

describePostgres("a run that is performed", () => {
  countsARun("in PostgreSQL", freshDatabase);
});
