import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { describeDecisionMemory } from "../../contracts/decision-memory.ts";
import { kept } from "../../core/review/examples.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const EVER = { asOf: "9999-12-31" };
const source = new URL("../../../src/runtime/memory/decision-log.ts", import.meta.url).href;

describeDecisionMemory("the log of decisions", async () =>
  createDecisionLog(join(await temporaryFolder(), "logs")),
);

/** Another process that keeps decisions of many runs. */
function keeper(folder: string, name: string, count: number) {
  const script = `
    import { createDecisionLog } from ${JSON.stringify(source)};
    const log = createDecisionLog(${JSON.stringify(folder)});
    const decision = ${JSON.stringify(kept())};
    for (let i = 0; i < ${count}; i++) await log.keep({ ...decision, runId: "${name}" + i });`;
  return promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
}

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "decisions.jsonl"), text);
  return folder;
}

describe("the log of decisions", () => {
  it("has a line for each decision", async () => {
    const folder = await temporaryFolder();
    const log = createDecisionLog(folder);
    await log.keep(kept());
    await log.keep(kept({ symbol: "PEER" }));
    const lines = (await readFile(join(folder, "decisions.jsonl"), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).symbol)).toEqual(["ACME", "PEER"]);
  });

  it("keeps every decision of two processes whole", async () => {
    const folder = await temporaryFolder();
    await Promise.all([keeper(folder, "a", 50), keeper(folder, "b", 50)]);
    const { decisions, passedOver } = await createDecisionLog(folder).recall(EVER);
    expect(decisions.filter(({ runId }) => runId.startsWith("a"))).toHaveLength(50);
    expect(decisions.filter(({ runId }) => runId.startsWith("b"))).toHaveLength(50);
    expect(passedOver).toBe(0);
  });

  it("passes over what is no decision, counts it, and recalls the rest", async () => {
    const line = JSON.stringify(kept());
    const strange = ["{", "null", '"text"', JSON.stringify({ ...kept(), action: "short" }), "\0"];
    const last = kept({ runId: "last" });
    const folder = await folderWith(`${line}\n${strange.join("\n")}\n\n${JSON.stringify(last)}\n`);
    expect(await createDecisionLog(folder).recall(EVER)).toEqual({
      decisions: [kept(), last],
      passedOver: strange.length,
    });
  });

  it("loses no decision to a line before it that was cut short", async () => {
    const folder = await folderWith('{"runId":"torn');
    const log = createDecisionLog(folder);
    const decisions = [kept({ runId: "a" }), kept({ runId: "b" })];
    for (const decision of decisions) await log.keep(decision);
    expect(await log.recall(EVER)).toEqual({ decisions, passedOver: 1 });
  });

  it("refuses to keep what it could not read again", async () => {
    const log = createDecisionLog(await temporaryFolder());
    await expect(log.keep(kept({ confidence: Number.NaN }))).rejects.toThrow();
    expect((await log.recall(EVER)).decisions).toEqual([]);
  });

  it("cannot be kept below a file, and says where to write instead", async () => {
    const folder = join(await folderWith("{}"), "decisions.jsonl", "logs");
    await expect(createDecisionLog(folder).keep(kept())).rejects.toMatchObject({
      name: "DeskError",
      code: "storage",
      message: expect.stringMatching(/cannot write ".+decisions\.jsonl": .+LOGS_DIR/),
    });
  });

  it.skipIf(process.getuid?.() === 0)("cannot be kept in a read-only folder", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    await expect(createDecisionLog(folder).keep(kept())).rejects.toMatchObject({
      code: "storage",
      message: expect.stringContaining("EACCES"),
    });
  });

  it("that cannot be read at all is an error that names it, not an empty memory", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "decisions.jsonl"));
    const log = createDecisionLog(folder);
    for (const attempt of [log.recall(EVER), log.keep(kept())]) {
      await expect(attempt).rejects.toMatchObject({
        code: "storage",
        message: expect.stringMatching(/decisions\.jsonl": EISDIR/),
      });
    }
  });
});
