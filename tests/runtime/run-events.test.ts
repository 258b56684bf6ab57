import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRunFolder, readRunEvents } from "#runtime/run-events.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const notice = { type: "notice", text: "demo", at: 1 };

/** A run's folder with these lines as its events. */
async function kept(lines: string) {
  const logsDir = await temporaryFolder();
  const folder = join(logsDir, "runs", "run-1");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "events.jsonl"), lines);
  return { logsDir, folder };
}

function line(seq: number): string {
  return JSON.stringify({ ...notice, seq });
}

describe("the folder of a run", () => {
  it("is found by the run's id and by its path", async () => {
    const { logsDir, folder } = await kept("");
    expect(await findRunFolder(logsDir, "run-1")).toBe(folder);
    expect(await findRunFolder("elsewhere", folder)).toBe(folder);
  });

  it("that is not there is an error that names those that are", async () => {
    const { logsDir } = await kept("");
    await expect(findRunFolder(logsDir, "run-2")).rejects.toMatchObject({
      code: "usage",
      message: 'run "run-2" is not known. Valid: run-1.',
    });
  });

  it("where none was ever kept says how to make one", async () => {
    await expect(findRunFolder(await temporaryFolder(), "run-1")).rejects.toMatchObject({
      code: "usage",
      message: expect.stringContaining("trading-graph analyze"),
    });
  });
});

describe("the events of a run", () => {
  it("come back as they were kept", async () => {
    const { folder } = await kept(`${line(1)}\n${line(2)}\n`);
    expect(await readRunEvents(folder)).toEqual([
      { ...notice, seq: 1 },
      { ...notice, seq: 2 },
    ]);
  });

  it.each([
    ["nothing", "", "holds no events"],
    ["half a line", `${line(1)}\n{"type":"noti`, "line 2: it is no JSON"],
    ["another object", `${line(1)}\n{"seq":2}\n`, "line 2: it is no event"],
    ["an event without its number", `${JSON.stringify(notice)}\n`, "line 1: it is no event"],
    ["an empty line between", `${line(1)}\n\n${line(2)}\n`, "line 2: it is no JSON"],
    ["a line too few", `${line(1)}\n${line(3)}\n`, "line 2: it is event 3, so lines are missing"],
  ])("of a file with %s are an error that says so", async (_, lines, message) => {
    const { folder } = await kept(lines);
    await expect(readRunEvents(folder)).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining(message),
    });
  });

  it("of a folder without them are an error that names the file", async () => {
    const folder = await temporaryFolder();
    await expect(readRunEvents(folder)).rejects.toThrow(join(folder, "events.jsonl"));
  });
});
