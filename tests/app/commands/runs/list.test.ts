import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { gap } from "../../../core/examples.ts";
import { planned } from "../../../core/run-examples.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

/** A folder in which a done run and one that was cut off are kept, and a command line in it. */
async function twoRuns() {
  const logsDir = await temporaryFolder();
  const { store, clock, pass } = await keptIn(logsDir);
  await done(store, "20261120T100000Z-AAPL-0001", { gaps: [gap()] });
  pass(60_000);
  await begun(store, "20261120T100100Z-MSFT-0002", { symbol: "MSFT" });
  pass(6_000);
  await store.close();
  return (...argv: string[]) => cli(["runs", ...argv], { logsDir, clock });
}

describe("runs list", () => {
  it("has the newest run first, and says how one goes on that was cut off", async () => {
    const runs = await twoRuns();
    const { code, stdout } = await runs();
    expect(code).toBe(0);
    const [, , first, second] = stdout.split("\n");
    expect(first).toMatch(
      /^\| 20261120T100100Z-MSFT-0002 .*\| SYNTHETIC \| cut off \| - .* 6 s \|$/,
    );
    expect(second).toMatch(
      /AAPL-0001 .*\| market .*\| done .*\| buy 0.60 · 1 of 1 reports \| +1 .*unknown .*1 min \|$/,
    );
    expect(stdout).toContain("\n    trading-graph resume 20261120T100100Z-MSFT-0002\n");
  });

  it("is what runs does alone", async () => {
    const runs = await twoRuns();
    expect((await runs("--symbol", "msft")).stdout).toBe(
      (await runs("list", "--symbol", "MSFT")).stdout,
    );
  });

  it.each([
    [["--symbol", "AAPL"], ["0001"]],
    [["--state", "cut-off"], ["0002"]],
    [
      ["--state", "cut off,done"],
      ["0002", "0001"],
    ],
    [["--state", "running"], []],
    [["--last", "1"], ["0002"]],
  ])("with %j has the runs that are asked for", async (argv, tails) => {
    const runs = await twoRuns();
    const { stdout } = await runs("list", ...argv, "--json");
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id.slice(-4))).toEqual(tails);
  });

  it("has the runs of a watchlist in its order, and the last of them with --last", async () => {
    const logsDir = await temporaryFolder();
    const { store, clock, pass } = await keptIn(logsDir);
    for (const [position, id] of ["c", "b", "a"].entries()) {
      await begun(store, id, {}, { list: { id: "list-1", position } });
      pass(1_000);
    }
    await store.close();
    const ids = async (...argv: string[]) => {
      const { stdout } = await cli(["runs", "--list", "list-1", "--json", ...argv], {
        logsDir,
        clock,
      });
      return JSON.parse(stdout).map(({ id }: { id: string }) => id);
    };
    expect(await ids()).toEqual(["c", "b", "a"]);
    expect(await ids("--last", "2")).toEqual(["b", "a"]);
  });

  it("has the runs of a watchlist in its order among others too, and its first as the latest", async () => {
    const logsDir = await temporaryFolder();
    const { store, clock, pass } = await keptIn(logsDir);
    await begun(store, "older");
    pass(1_000);
    await store.runs.plan(
      ["b", "c", "a"].map((id, position) => planned({ id, list: { id: "list-1", position } })),
    );
    await store.close();
    const { stdout } = await cli(["runs", "--json"], { logsDir, clock });
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual([
      "b",
      "c",
      "a",
      "older",
    ]);
    const latest = await cli(["runs", "show", "latest", "--json"], { logsDir, clock });
    expect(JSON.parse(latest.stdout).id).toBe("b");
  });

  it("has twenty unless it is told how many", async () => {
    const logsDir = await temporaryFolder();
    const { store, clock } = await keptIn(logsDir);
    for (let number = 0; number < 21; number += 1) await begun(store, `run-${number}`);
    await store.close();
    const count = async (...argv: string[]) =>
      JSON.parse((await cli(["runs", "--json", ...argv], { logsDir, clock })).stdout).length;
    expect(await count()).toBe(20);
    expect(await count("--last", "100")).toBe(21);
  });

  it("tells JSON how a run is shown", async () => {
    const runs = await twoRuns();
    expect(JSON.parse((await runs("--json")).stdout)).toMatchObject([
      { state: "running", shown: "cut-off", summary: null },
      { state: "done", shown: "done", summary: { action: "buy", reports: 1 } },
    ]);
  });

  it("without a database says how to make a run, and makes nothing", async () => {
    const { code, stdout, logsDir } = await cli(["runs"]);
    expect(stdout).toBe("No run is kept. Make one: trading-graph analyze AAPL --data demo\n");
    expect(code).toBe(0);
    expect(await readdir(logsDir)).toEqual([]);
  });

  it("says that none is of what was asked where others are", async () => {
    const runs = await twoRuns();
    expect((await runs("--symbol", "NVDA")).stdout).toBe("No kept run is of what was asked.\n");
  });

  it("can move no terminal, whatever an id holds", async () => {
    const logsDir = await temporaryFolder();
    const { store, clock, pass } = await keptIn(logsDir);
    const id = "run\u001b[2J|\n# forged\u202e";
    await begun(store, id);
    pass(6_000);
    await store.close();
    const { stdout } = await cli(["runs"], { logsDir, clock });
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
    expect(stdout).not.toMatch(/^# forged/m);
    expect(stdout).toContain(String.raw`| run\| # forged |`);
    const { stdout: json } = await cli(["runs", "--json"], { logsDir, clock });
    expect(json.trimEnd()).not.toMatch(/\p{C}/u);
    expect(JSON.parse(json)[0].id).toBe(id);
  });

  it.each([
    [
      ["list", "AAPL"],
      "list takes no run, 1 given. Example: trading-graph runs list --symbol AAPL",
    ],
    [["shwo"], 'runs "shwo" is not known. Valid: list, show, follow, diff, export, prune.'],
    [["--state", "running,gone"], '--state: state "gone" is not known. Valid: waiting, running,'],
    [["--last", "0"], '--last: "0" is not a whole number from 1 to'],
    [["--symbol", "../x"], 'ticker "../x" is not a valid symbol.'],
    [
      ["--sybmol", "x"],
      'option "--sybmol" is not known. Valid: --kind, --symbol, --search, --state, --list, --last,',
    ],
    [["--json", "list"], "list takes no run, 1 given."],
  ])("refuses %j with what is wrong", async (argv, message) => {
    const { code, stdout, stderr } = await cli(["runs", ...argv]);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});
