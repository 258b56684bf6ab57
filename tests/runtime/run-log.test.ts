import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRunLog } from "#runtime/run-log.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("the log of all runs", () => {
  it("takes lines of runs that go on at once, each with its run", async () => {
    const logs = await temporaryFolder();
    const runs = await Promise.all(["run-1", "run-2"].map((id) => openRunLog(logs, id)));
    for (const { sink } of runs) sink({ type: "notice", text: "hello", at: 0, seq: 1 });
    await Promise.all(runs.map((run) => run.close()));
    const lines = (await readFile(join(logs, "trading_graph.log"), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => /run=(\S+) hello/.exec(line)?.[1]).sort()).toEqual([
      "run-1",
      "run-2",
    ]);
  });

  it("leaves out what a model writes", async () => {
    const logs = await temporaryFolder();
    const log = await openRunLog(logs, "run-1");
    log.sink({ type: "text", node: "market_analyst", text: "secret", at: 0, seq: 1 });
    log.sink({ type: "run_ended", ms: 1, error: null, at: 0, seq: 2 });
    await log.close();
    const text = await readFile(join(logs, "trading_graph.log"), "utf8");
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toContain("Total execution time");
  });

  it("cannot be opened below a regular file", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    await expect(openRunLog(file, "run-1")).rejects.toMatchObject({ code: "storage" });
  });
});
