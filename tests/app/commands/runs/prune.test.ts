import { mkdir, readdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { runId } from "#core/run-id.ts";
import { databaseFile } from "#runtime/store/database-file.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn, START } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const DAY_MS = 86_400_000;
const [OLD, NEW, CUT] = [
  runId("AAPL", START, 0),
  runId("AAPL", START, 0.5),
  runId("NVDA", START, 0),
];

/** A run's folder with a file of a thousand bytes, all written when the tests begin. */
async function folderOf(logsDir: string, id: string): Promise<string> {
  const path = join(logsDir, "runs", id);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "events.jsonl"), "x".repeat(1_000));
  for (const place of [join(path, "events.jsonl"), path]) {
    await utimes(place, START / 1_000, START / 1_000);
  }
  return path;
}

/** An old and a new done run and one that was cut off in between, each with its folder. */
async function threeRuns() {
  const logsDir = await temporaryFolder();
  const { store, clock, pass } = await keptIn(logsDir);
  await done(store, OLD);
  await begun(store, CUT);
  pass(40 * DAY_MS);
  await done(store, NEW);
  for (const id of [OLD, NEW, CUT]) await folderOf(logsDir, id);
  const left = async () => ({
    runs: (await store.runs.runs({})).map(({ id }) => id).sort(),
    folders: (await readdir(join(logsDir, "runs"))).sort(),
  });
  const prune = (...argv: string[]) => cli(["runs", "prune", ...argv], { logsDir, clock });
  return { logsDir, store, left, prune, pass };
}

describe("runs prune", () => {
  it("only says what would go without --yes", async () => {
    const { prune, left, store } = await threeRuns();
    const { code, stdout } = await prune("--older-than", "30d");
    expect(stdout).toBe(
      "This would remove 1 run: 1 folder of 1.0 kB in all. Nothing is removed yet: do it with --yes.\n",
    );
    expect(code).toBe(0);
    expect(await left()).toEqual({ runs: [OLD, NEW, CUT].sort(), folders: [OLD, NEW, CUT].sort() });
    await store.close();
  });

  it("removes records and folders of what is older, and of nothing unfinished", async () => {
    const { prune, left, store } = await threeRuns();
    const { stdout } = await prune("--older-than", "30d", "--yes");
    expect(stdout).toBe("Removed 1 run: 1 folder of 1.0 kB in all.\n");
    expect(await left()).toEqual({ runs: [NEW, CUT].sort(), folders: [NEW, CUT].sort() });
    expect((await prune("--older-than", "30d", "--yes")).stdout).toBe(
      "There is nothing to remove.\n",
    );
    await store.close();
  });

  it("keeps the newest", async () => {
    const { prune, left, store } = await threeRuns();
    await prune("--keep", "1", "--yes");
    expect((await left()).runs).toEqual([NEW, CUT].sort());
    await store.close();
  });

  it("removes what was cut off only where its state is named", async () => {
    const { prune, left, store } = await threeRuns();
    await prune("--keep", "0", "--state", "cut-off", "--yes");
    expect(await left()).toEqual({ runs: [OLD, NEW].sort(), folders: [OLD, NEW].sort() });
    await store.close();
  });

  it("removes none that somebody is at work on", async () => {
    const { prune, left, store } = await threeRuns();
    await store.runs.claim(CUT);
    const { stdout } = await prune("--keep", "0", "--state", "cut-off,interrupted", "--yes");
    expect(stdout).toBe("There is nothing to remove.\n");
    expect((await left()).runs).toContain(CUT);
    await store.close();
  });

  it("takes old folders of runs along that no record is of, and leaves everything else", async () => {
    const { prune, left, logsDir, store } = await threeRuns();
    const stray = runId("MSFT", START, 0);
    await folderOf(logsDir, stray);
    await folderOf(logsDir, "notes");
    await folderOf(logsDir, runId("MSFT", START, 0.5));
    const inUse = join(logsDir, "runs", runId("MSFT", START, 0.5), "events.jsonl");
    await utimes(inUse, START / 1_000 + 40 * 86_400, START / 1_000 + 40 * 86_400);
    await symlink(logsDir, join(logsDir, "runs", runId("LINK", START, 0)));
    const { stdout } = await prune("--older-than", "30d", "--yes");
    expect(stdout).toBe(
      "Removed 1 run, 1 folder of a run that no record is of: 2 folders of 2.0 kB in all.\n",
    );
    expect((await left()).folders).toEqual(
      [NEW, CUT, "notes", runId("MSFT", START, 0.5), runId("LINK", START, 0)].sort(),
    );
    await store.close();
  });

  it("leaves folders without a record where runs are chosen by number or state", async () => {
    const { prune, left, logsDir, store } = await threeRuns();
    const stray = runId("MSFT", START, 0);
    await folderOf(logsDir, stray);
    await prune("--keep", "0", "--yes");
    await prune("--older-than", "1h", "--state", "failed", "--yes");
    expect((await left()).folders).toEqual([CUT, stray].sort());
    await store.close();
  });

  it("never leaves the folder of runs, whatever an id says", async () => {
    const { prune, left, logsDir, store, pass } = await threeRuns();
    await mkdir(join(logsDir, "precious"));
    for (const id of ["../precious", "..", "."]) await done(store, id);
    pass(DAY_MS);
    await prune("--older-than", "1h", "--yes");
    expect(await readdir(logsDir)).toEqual(expect.arrayContaining(["precious", "runs"]));
    expect(await left()).toEqual({ runs: [CUT], folders: [CUT] });
    await store.close();
  });

  it("prunes old folders where there is no database, and makes none", async () => {
    const logsDir = await temporaryFolder();
    await folderOf(logsDir, OLD);
    const clock = { now: () => START + 40 * DAY_MS };
    const { stdout } = await cli(["runs", "prune", "--older-than", "30d", "--yes"], {
      logsDir,
      clock,
    });
    expect(stdout).toContain("Removed 0 runs, 1 folder of a run");
    expect(await readdir(logsDir)).toEqual(["runs"]);
  });

  it.each([
    [
      [],
      "prune needs to be told which runs may go: --older-than 30d, --keep 100, --unreadable, or several of them.",
    ],
    [["--yes"], "prune needs to be told which runs may go"],
    [["--older-than", "0d"], '--older-than: "0d" is not an age of at least an hour'],
    [["--older-than", "30"], '--older-than: "30" is not an age'],
    [["--older-than", "-1d"], '--older-than: "-1d" is not an age'],
    [["--keep", "-1"], '--keep: "-1" is not a whole number'],
    [["--keep", "1", "--state", "running"], 'state "running" is not known. Valid: waiting, done,'],
    [["latest", "--keep", "1"], "prune takes no run, 1 given."],
  ])("refuses %j with what is wrong", async (argv, message) => {
    const { code, stderr } = await cli(["runs", "prune", ...argv]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("passes over what cannot be read, and removes it where that is asked", async () => {
    const { prune, left, store, logsDir } = await threeRuns();
    const database = new DatabaseSync(databaseFile(logsDir));
    database.exec(`UPDATE records SET configuration = '{}' WHERE run_id = '${OLD}'`);
    database.close();
    const listed = await cli(["runs"], { logsDir });
    expect(listed.stdout).toContain(NEW);
    expect(listed.stderr).toContain(`1 run cannot be read, made by another version`);
    expect((await prune("--older-than", "30d")).stdout).toBe("There is nothing to remove.\n");
    const { stdout, code } = await prune("--unreadable", "--yes");
    expect(stdout).toBe("Removed 0 runs, 1 run that cannot be read: 1 folder of 1.0 kB in all.\n");
    expect(code).toBe(0);
    expect(await left()).toEqual({ runs: [NEW, CUT].sort(), folders: [NEW, CUT].sort() });
    await store.close();
  });
});
