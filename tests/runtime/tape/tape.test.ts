import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "#runtime/clock.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createTape } from "#runtime/tape/record.ts";
import { readTape } from "#runtime/tape/replay.ts";
import { analyse } from "../../helpers/analysis.ts";
import { ScriptedModel } from "../../helpers/scripted-model.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { REQUEST, recordedRun, recordingPorts, replayPorts, timeless } from "./recorded-run.ts";

const CANARY = "sk-canary-7f3a9c";
const input = { analysts: ["news"] };

/** Lines of a small recording. */
async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, "utf8")).split("\n").slice(0, -1);
}

/** What reading a file of this text comes to. */
async function refusalOf(text: string) {
  const path = join(await temporaryFolder(), "run.jsonl");
  await writeFile(path, text);
  const error = await readTape(path).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "DeskError", code: "usage", facts: { path } });
  return error instanceof Error ? error.message.replace(path, "FILE") : "";
}

describe("a recording's file", () => {
  it("begins with what it is of and ends with how long it is", async () => {
    const { path } = await recordedRun({ input });
    const lines = (await linesOf(path)).map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      format: "trading-graph recording",
      version: 2,
      model: "test",
      request: REQUEST,
    });
    expect(lines.at(-1)).toEqual({ type: "end", lines: lines.length - 2 });
  });

  it("holds each value of the market once, and every question", async () => {
    const { path, result } = await recordedRun();
    const lines = (await linesOf(path)).map((line) => JSON.parse(line));
    const ids = lines.filter(({ type }) => type === "data").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const reads = lines.filter(({ type }) => type === "read").length;
    const { upstream, cacheHits, coalesced } = result.requests;
    expect(reads + 1).toBe(upstream + cacheHits + coalesced);
    expect(ids.length).toBeLessThan(reads / 2);
  });

  it("never holds a key, wherever it turned up, and replays all the same", async () => {
    const market = createDemoMarketData();
    const { path, result } = await recordedRun({
      input,
      secrets: [CANARY],
      market: {
        ...market,
        news: async (query, options) =>
          (await market.news(query, options)).map((item) => ({
            ...item,
            title: `${CANARY} ${item.title}`,
          })),
      },
      model: (role) =>
        new ScriptedModel(() => {
          if (role === "portfolio_manager") throw new Error(`401: ${CANARY} is wrong`);
          return { text: `Buy ${CANARY}. STANCE: bullish CONFIDENCE: 0.5` };
        }),
    });
    const text = await readFile(path, "utf8");
    expect(text).not.toContain(CANARY);
    expect(text.split("[redacted]").length).toBeGreaterThan(5);
    const replay = await readTape(path);
    const replayed = await analyse(replayPorts(replay), input);
    expect(replay.signal.aborted).toBe(false);
    const redacted = JSON.stringify(timeless(result)).replaceAll(CANARY, "[redacted]");
    expect(JSON.stringify(timeless(replayed.result))).toBe(redacted);
  });

  it("ends whole when it is saved twice at once, and leaves nothing beside", async () => {
    const { tape, path } = await recordedRun({ input });
    const before = await readFile(path, "utf8");
    await Promise.all([tape.save(path), tape.save(path)]);
    expect(await readFile(path, "utf8")).toBe(before);
    expect(await readdir(dirname(path))).toEqual(["run.jsonl"]);
  });

  it("is still saved after a save that failed", async () => {
    const { tape, path } = await recordedRun({ input });
    const failing = tape.save(join(path, "below", "run.jsonl"));
    const saving = tape.save(path);
    await expect(failing).rejects.toMatchObject({ code: "storage" });
    await expect(saving).resolves.toBeUndefined();
  });

  it("is not made of a run that asked for nothing", async () => {
    const tape = createTape({ model: "test", request: REQUEST, secrets: [] });
    await analyse(recordingPorts(tape), { ticker: "../etc" }).catch(() => {});
    const path = join(await temporaryFolder(), "run.jsonl");
    await expect(tape.save(path)).rejects.toMatchObject({ code: "storage", facts: { path } });
    expect(await readdir(dirname(path))).toEqual([]);
  });
});

describe("reading a recording", () => {
  it("refuses a file that is not there, by name", async () => {
    const path = join(await temporaryFolder(), "none.jsonl");
    await expect(readTape(path)).rejects.toMatchObject({ code: "usage", facts: { path } });
  });

  it("refuses what is no recording", async () => {
    for (const text of ["", "hello\n", '{"version":1}\n', "[]\n"]) {
      expect(await refusalOf(text)).toBe(
        'cannot replay "FILE", line 1: this is no trading-graph recording; one is made with --record FILE.',
      );
    }
  });

  it("refuses another version and says which it reads", async () => {
    const { path } = await recordedRun({ input });
    const text = await readFile(path, "utf8");
    expect(await refusalOf(text.replace('"version":2', '"version":1'))).toContain(
      'line 1: version "1" cannot be read, only 2',
    );
  });

  it("refuses one that is cut off, in a line or between two, and says where", async () => {
    const { path } = await recordedRun({ input });
    const lines = await linesOf(path);
    const between = lines.slice(0, 4).join("\n");
    expect(await refusalOf(`${between}\n`)).toContain("line 4: the recording is cut off here");
    const within = `${between}\n${lines[4]?.slice(0, 9)}`;
    expect(await refusalOf(within)).toContain("line 5: the recording is cut off here");
    const missing = [...lines.slice(0, 3), ...lines.slice(4), ""].join("\n");
    expect(await refusalOf(missing)).toContain(`line ${lines.length - 1}: the recording is cut`);
  });

  it("refuses lines that are broken or were changed, by number", async () => {
    const { path } = await recordedRun({ input });
    const lines = await linesOf(path);
    const at = lines.findIndex((line) => line.startsWith('{"type":"data"'));
    const changed = (line: string) => `${lines.with(at, line).join("\n")}\n`;
    const number = `line ${at + 1}: `;
    expect(await refusalOf(changed("{"))).toContain(`${number}this is no JSON`);
    expect(await refusalOf(changed('{"type":"data"}'))).toContain(`${number}this is no line of`);
    expect(await refusalOf(changed('{"type":"other"}'))).toContain(`${number}this is no line of`);
    const data = { ...JSON.parse(lines[at] ?? ""), value: { price: 1 } };
    expect(await refusalOf(changed(JSON.stringify(data)))).toContain(
      `${number}the recorded data was changed`,
    );
    const unread = JSON.stringify({ type: "data", id: emptyId, value: {} });
    expect(await refusalOf(changed(unread))).toContain("the data that was read is not in");
  });
});

/** SHA-256 of "{}". */
const emptyId = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

describe("a replay's clock", () => {
  it("has the recorded day for today, so that a run without a date is the same", async () => {
    const { path, result } = await recordedRun({ input });
    const replay = await readTape(path);
    expect(replay.asOf).toBe(result.asOf);
    const ports = { ...replayPorts(replay), clock: replay.clock(systemClock) };
    const replayed = await analyse(ports, { ...input, asOf: undefined });
    expect(timeless(replayed.result)).toEqual(timeless(result));
  });
});
