import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { databaseFile } from "#runtime/store/database-file.ts";
import { result } from "../../../core/examples.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const ID = "20261120T100000Z-AAPL-0001";

/** A folder in which two runs of a list are kept, one done and one failed, and exports of it. */
async function twoRuns() {
  const logsDir = await temporaryFolder();
  const { store, clock, pass } = await keptIn(logsDir);
  const list = (position: number) => ({ list: { id: "list-1", position } });
  const first = await begun(store, ID, {}, list(0));
  await first.end({ state: "done", result: result({ runId: ID }) });
  pass(1_000);
  const second = await begun(store, "second", { symbol: "MSFT" }, list(1));
  await second.end({ state: "failed", error: "=HYPERLINK(1)\u001b[2J, and more" });
  await store.close();
  const exported = (...argv: string[]) => cli(["runs", "export", ...argv], { logsDir, clock });
  return { exported, logsDir };
}

describe("runs export", () => {
  it("writes all that is kept of a run as JSON", async () => {
    const { exported } = await twoRuns();
    const { code, stdout } = await exported("0001");
    const run = JSON.parse(stdout);
    expect(run).toMatchObject({
      kind: "analysis",
      id: ID,
      state: "done",
      result: { symbol: "AAPL" },
    });
    expect(code).toBe(0);
  });

  it("writes many as one array, a watchlist in its order and all with the newest first", async () => {
    const { exported } = await twoRuns();
    const ids = (text: string) => JSON.parse(text).map(({ id }: { id: string }) => id);
    expect(ids((await exported("--list", "list-1")).stdout)).toEqual([ID, "second"]);
    expect(ids((await exported("--all")).stdout)).toEqual(["second", ID]);
  });

  it("writes one run as a page, and no more than one", async () => {
    const { exported, logsDir } = await twoRuns();
    const { store } = await keptIn(logsDir);
    await done(store, "demo", { data: { source: "demo", synthetic: true, notice: null } });
    await store.close();
    const { code, stdout } = await exported("demo", "--format", "html");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    const many = await exported("--all", "--format", "html");
    expect(many).toMatchObject({ code: 2, stdout: "" });
    expect(many.stderr).toContain("a page is of one run");
    const none = await exported("second", "--format", "html");
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("run second has no result");
  });

  it("writes a line a run as JSON lines", async () => {
    const { exported } = await twoRuns();
    const { stdout } = await exported("--all", "--format", "json-lines");
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["second", ID]);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
  });

  it("writes a row a run as CSV, in which nothing is a formula", async () => {
    const { exported } = await twoRuns();
    const { stdout } = await exported("--list", "list-1", "--format", "csv");
    const [head, first, second] = stdout.split("\r\n");
    expect(head).toMatch(/^run,list,position,symbol,as_of,state,error,/);
    expect(first).toMatch(
      /^20261120T100000Z-AAPL-0001,list-1,0,AAPL,2026-11-20,done,,false,rules,buy,0.6,3m,189.12,170,,USD,1,2,0,0,200,/,
    );
    expect(second).toMatch(
      /^second,list-1,1,MSFT,2026-11-20,failed,"'=HYPERLINK\(1\), and more",,,,/,
    );
  });

  it("writes a run's report as it was made", async () => {
    const logsDir = await temporaryFolder();
    const made = await cli(["analyze", "AAPL", "--data", "demo", "--depth", "quick"], { logsDir });
    const { code, stdout } = await cli(["runs", "export", "latest", "--format", "md"], { logsDir });
    expect(stdout).toBe(made.stdout);
    expect(code).toBe(0);
  });

  it("says in a report that the machine has no events to draw its timeline from", async () => {
    const { exported, logsDir } = await twoRuns();
    const { stdout } = await exported(ID, "--format", "md");
    expect(stdout).toMatch(/^# AAPL: BUY/);
    expect(stdout).toContain(
      `*The timeline has no bars: the events of run ${ID} are not on this machine.*\n`,
    );
    await mkdir(join(logsDir, "runs", ID), { recursive: true });
    await writeFile(join(logsDir, "runs", ID, "events.jsonl"), "{}\n");
    expect((await exported(ID, "--format", "md")).stdout).toContain("line 1: it is no event");
  });

  it("says in a report that a run has no result, and exits with 3", async () => {
    const { exported } = await twoRuns();
    const { code, stdout } = await exported("--all", "--format", "md");
    expect(stdout).toMatch(/^# MSFT: no result\n\nRun second has no result \(failed\): =HYPER/);
    expect(stdout).toContain("\n---\n\n# AAPL: BUY");
    expect(code).toBe(3);
  });

  it("writes a file whole, and nothing on stdout", async () => {
    const { exported, logsDir } = await twoRuns();
    const out = join(logsDir, "made", "runs.jsonl");
    const { code, stdout } = await exported("--all", "--format", "json-lines", "--out", out);
    expect(await readFile(out, "utf8")).toBe(
      (await exported("--all", "--format", "json-lines")).stdout,
    );
    expect(await readdir(join(logsDir, "made"))).toEqual(["runs.jsonl"]);
    expect([code, stdout]).toEqual([0, ""]);
  });

  it("leaves an older file as it was when a record in the middle cannot be read", async () => {
    const { exported, logsDir } = await twoRuns();
    const out = join(logsDir, "out", "runs.json");
    await mkdir(join(logsDir, "out"));
    await writeFile(out, "older");
    const database = new DatabaseSync(databaseFile(logsDir));
    database.exec(`UPDATE records SET outcome = '{' WHERE run_id = '${ID}' AND name = 'run'`);
    database.close();
    const { code, stderr } = await exported("--all", "--out", out);
    expect(stderr).toContain(`the record of run ${ID} cannot be read`);
    expect(code).toBe(1);
    expect(await readFile(out, "utf8")).toBe("older");
    expect(await readdir(join(logsDir, "out"))).toEqual(["runs.json"]);
  });

  it("ends without a file when it is stopped", async () => {
    const { logsDir } = await twoRuns();
    const out = join(logsDir, "out", "runs.json");
    const signal = AbortSignal.abort(new Error("stopped"));
    const { code } = await cli(["runs", "export", "--all", "--out", out], { logsDir, signal });
    expect(code).toBe(130);
    expect(await readdir(join(logsDir, "out"))).toEqual([]);
  });

  it("refuses a place that cannot be written, before it reads anything", async () => {
    const { exported, logsDir } = await twoRuns();
    const folder = await exported("--all", "--out", logsDir);
    expect(folder.stderr).toContain(`cannot write "${logsDir}": it is a folder.`);
    const below = await exported("--all", "--out", join(databaseFile(logsDir), "runs.json"));
    expect(below.stderr).toContain("cannot write");
    expect([folder.code, below.code]).toEqual([1, 1]);
  });

  it.each([
    [[], "export takes one of RUN, --list ID and --all, 0 given."],
    [["a", "--all"], "export takes one of RUN, --list ID and --all, 2 given."],
    [
      ["latest", "--format", "xml"],
      '--format: format "xml" is not known. Valid: json, json-lines, csv, md, html.',
    ],
    [["--list", "x"], 'list "x" is not known. The newest is list-1.'],
    [["--out", "--all"], "option --out needs a value: --out FILE."],
  ])("refuses %j with what is wrong", async (argv, message) => {
    const { exported } = await twoRuns();
    const { code, stderr } = await exported(...argv);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("of nothing says how to make a run, and makes no database", async () => {
    const { code, stderr, logsDir } = await cli(["runs", "export", "--all"]);
    expect(stderr).toContain("no run is kept. Make one: trading-graph analyze");
    expect(code).toBe(2);
    expect(await readdir(logsDir)).toEqual([]);
  });
});
