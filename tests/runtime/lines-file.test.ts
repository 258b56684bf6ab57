import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openLinesFile } from "#runtime/lines-file.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const LINES = 200;
const WIDTH = 5_000;
const source = new URL("../../src/runtime/lines-file.ts", import.meta.url).href;

/** Another process that writes many long lines of one letter. */
function writer(path: string, letter: string) {
  const script = `
    import { openLinesFile } from ${JSON.stringify(source)};
    const file = await openLinesFile(${JSON.stringify(path)});
    for (let line = 0; line < ${LINES}; line++) file.write(${JSON.stringify(letter)}.repeat(${WIDTH}));
    await file.close();`;
  return promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
}

describe("a file of lines", () => {
  it("makes its folder and adds to what is there", async () => {
    const path = join(await temporaryFolder(), "logs", "run.log");
    for (const line of ["first", "second"]) {
      const file = await openLinesFile(path);
      file.write(line);
      await file.close();
    }
    expect(await readFile(path, "utf8")).toBe("first\nsecond\n");
  });

  it("keeps every line of two open files whole", async () => {
    const path = join(await temporaryFolder(), "run.log");
    const files = await Promise.all([openLinesFile(path), openLinesFile(path)]);
    for (let line = 0; line < LINES; line++) {
      for (const [index, file] of files.entries()) file.write(`${index}`.repeat(WIDTH));
    }
    await Promise.all(files.map((file) => file.close()));
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(2 * LINES);
    expect(new Set(lines)).toEqual(new Set(["0".repeat(WIDTH), "1".repeat(WIDTH)]));
  });

  it("keeps every line of two processes whole", async () => {
    const path = join(await temporaryFolder(), "run.log");
    await Promise.all([writer(path, "a"), writer(path, "b")]);
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(2 * LINES);
    expect(new Set(lines)).toEqual(new Set(["a".repeat(WIDTH), "b".repeat(WIDTH)]));
  });

  it("cannot be opened below a regular file, and says where to write instead", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    const path = join(file, "logs", "run.log");
    await expect(openLinesFile(path)).rejects.toMatchObject({
      name: "DeskError",
      code: "storage",
      message: expect.stringMatching(/cannot write ".+run\.log": ENOTDIR.+LOGS_DIR/),
    });
  });

  it("cannot be opened where a folder is", async () => {
    await expect(openLinesFile(await temporaryFolder())).rejects.toMatchObject({ code: "storage" });
  });

  it.skipIf(!existsSync("/dev/full"))("tells of a full disk when it is closed", async () => {
    const file = await openLinesFile("/dev/full");
    for (let line = 0; line < 3; line++) file.write("lost");
    await expect(file.close()).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining("ENOSPC"),
    });
  });
});
