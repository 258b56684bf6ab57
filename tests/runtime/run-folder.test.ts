import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRunEvents } from "#runtime/run-events.ts";
import { openRunFolder } from "#runtime/run-folder.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const notice = (seq: number) => ({ type: "notice", text: "two\nlines", at: 1, seq }) as const;

describe("the folder of a run", () => {
  it("holds the request before anything else has happened", async () => {
    const logs = await temporaryFolder();
    const folder = await openRunFolder(logs, "run-1", { symbol: "AAPL" });
    expect(folder.path).toBe(join(logs, "runs", "run-1"));
    expect(await readdir(folder.path)).toEqual(["events.jsonl", "request.json"]);
    const request = await readFile(join(folder.path, "request.json"), "utf8");
    expect(JSON.parse(request)).toEqual({ symbol: "AAPL" });
    await folder.close();
  });

  it("holds each event as a line of JSON", async () => {
    const folder = await openRunFolder(await temporaryFolder(), "run-1", {});
    for (const seq of [1, 2]) folder.sink(notice(seq));
    await folder.close();
    const lines = (await readFile(join(folder.path, "events.jsonl"), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([notice(1), notice(2)]);
  });

  it("holds the result and the report once the run is finished", async () => {
    const folder = await openRunFolder(await temporaryFolder(), "run-1", {});
    await folder.finish({ decision: null }, "# AAPL\n");
    await folder.close();
    const result = await readFile(join(folder.path, "result.json"), "utf8");
    expect(JSON.parse(result)).toEqual({ decision: null });
    expect(await readFile(join(folder.path, "report.md"), "utf8")).toBe("# AAPL\n");
  });

  it("cannot be made below a regular file", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    await expect(openRunFolder(file, "run-1", {})).rejects.toMatchObject({ code: "storage" });
  });

  it("goes on with the events of a run that was cut off, without the line that was", async () => {
    const logs = await temporaryFolder();
    const first = await openRunFolder(logs, "run-1", {});
    expect(first.earlier).toEqual([]);
    for (const seq of [1, 2]) first.sink(notice(seq));
    await first.close();
    await appendFile(join(first.path, "events.jsonl"), '{"type":"notice","te');
    const second = await openRunFolder(logs, "run-1", {});
    expect(second.earlier).toEqual([notice(1), notice(2)]);
    second.sink(notice(3));
    await second.close();
    expect(await readRunEvents(second.path)).toEqual([notice(1), notice(2), notice(3)]);
  });
});
