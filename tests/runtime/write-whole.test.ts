import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** A file may have this name; with the ending of a temporary one it would be too long. */
const LONGEST_NAME = "x".repeat(250);

describe("writing a file whole", () => {
  it("makes the folder, replaces what was there and leaves nothing else", async () => {
    const folder = join(await temporaryFolder(), "a", "b");
    const path = join(folder, "result.json");
    await writeWhole(path, "old, and longer");
    await writeWhole(path, "new");
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["result.json"]);
  });

  it("writes different files at once", async () => {
    const folder = await temporaryFolder();
    const names = Array.from({ length: 20 }, (_, index) => `${index}.md`);
    await Promise.all(names.map((name) => writeWhole(join(folder, name), `of ${name}`)));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    expect(texts).toEqual(names.map((name) => `of ${name}`));
    expect((await readdir(folder)).sort()).toEqual(names.toSorted());
  });

  it("leaves the old file and no other when the new text cannot be written", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, LONGEST_NAME);
    await writeFile(path, "old");
    await expect(writeWhole(path, "new")).rejects.toMatchObject({ code: "storage" });
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual([LONGEST_NAME]);
  });

  it("leaves no temporary file when what is there cannot be replaced", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "report.md", "kept"), { recursive: true });
    const writing = writeWhole(join(folder, "report.md"), "new");
    await expect(writing).rejects.toMatchObject({ code: "storage" });
    expect(await readdir(folder, { recursive: true })).toEqual(["report.md", "report.md/kept"]);
  });

  it("writes piece after piece, and leaves the old file when one fails to come", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "runs.jsonl");
    async function* pieces(failure: Error | null) {
      yield "one\n";
      if (failure !== null) throw failure;
      yield "two\n";
    }
    await writeWhole(path, pieces(null));
    const failure = new DeskError("storage", "the database is gone.");
    await expect(writeWhole(path, pieces(failure))).rejects.toBe(failure);
    expect(await readFile(path, "utf8")).toBe("one\ntwo\n");
    expect(await readdir(folder)).toEqual(["runs.jsonl"]);
  });

  it("names the path, the reason and the way out when it fails", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const path = join(file, "below", "report.md");
    const failure = await writeWhole(path, "new").catch((error) => error);
    expect(failure).toMatchObject({ name: "DeskError", code: "storage", facts: { path } });
    expect(failure.message).toContain(`cannot write "${path}": ENOTDIR`);
    expect(failure.message).toContain("LOGS_DIR, --out");
  });
});
