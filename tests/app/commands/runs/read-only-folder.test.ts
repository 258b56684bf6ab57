import { chmod, copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { databaseFile } from "#runtime/store/database-file.ts";
import { cli } from "../../../helpers/cli.ts";
import { done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const NOBODY = 65_534;

/** A folder in which two runs are kept. */
async function twoRuns() {
  const logsDir = await temporaryFolder();
  const kept = await keptIn(logsDir);
  await done(kept.store, "first");
  await done(kept.store, "second", { symbol: "MSFT" });
  return { ...kept, logsDir };
}

/** Takes the right to write to a folder away; root, whom no mode stops, is somebody else until the end. */
async function makeReadOnly(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
  await chmod(folder, 0o555);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  onTestFinished(async () => {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o755);
  });
}

const READING: readonly [argv: readonly string[]][] = [
  [["list"]],
  [["show", "latest"]],
  [["diff", "first", "second"]],
  [["export", "--all"]],
];

describe("runs in a folder that cannot be written", () => {
  it.each(READING)("are read by %j, which leaves nothing behind", async (argv) => {
    const { store, clock, logsDir } = await twoRuns();
    await store.close();
    const before = await cli(["runs", ...argv], { logsDir, clock });
    const files = await readdir(logsDir);
    await makeReadOnly(logsDir);
    const after = await cli(["runs", ...argv], { logsDir, clock });
    expect(after.stderr).toBe("");
    expect(after.code).toBe(0);
    expect(after.stdout).toBe(before.stdout);
    expect(await readdir(logsDir)).toEqual(files);
  });

  it("are read beside somebody who writes to it", async () => {
    const { store, clock, logsDir } = await twoRuns();
    onTestFinished(() => store.close());
    const before = await cli(["runs", "list"], { logsDir, clock });
    await makeReadOnly(logsDir);
    const after = await cli(["runs", "list"], { logsDir, clock });
    expect([after.code, after.stdout]).toEqual([0, before.stdout]);
    expect(after.stdout).toContain("second");
  });

  it("are not taken for all that there are where the newest lie in a file that cannot be read", async () => {
    const { store, clock, logsDir } = await twoRuns();
    onTestFinished(() => store.close());
    const copy = await temporaryFolder();
    for (const end of ["", "-wal"]) {
      await copyFile(`${databaseFile(logsDir)}${end}`, `${databaseFile(copy)}${end}`);
    }
    await cli(["runs", "list"], { logsDir, clock });
    await makeReadOnly(copy);
    const { code, stderr } = await cli(["runs", "list"], { logsDir: copy, clock });
    expect(stderr).toMatch(/cannot open the record of runs: .* Give write access, or name another/);
    expect(code).toBe(1);
  });

  it("cannot be removed, and it is said why", async () => {
    const { store, clock, logsDir } = await twoRuns();
    await store.close();
    await cli(["runs", "prune", "--keep", "1"], { logsDir, clock });
    await makeReadOnly(logsDir);
    const { code, stderr } = await cli(["runs", "prune", "--keep", "1", "--yes"], {
      logsDir,
      clock,
    });
    expect(stderr).toContain("Give write access, or name another folder by LOGS_DIR");
    expect(code).toBe(1);
  });
});
