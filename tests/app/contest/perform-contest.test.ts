import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "#app/config.ts";
import { performContest } from "#app/contest/perform-contest.ts";
import { DeskError } from "#core/errors.ts";
import type { NumberedEvent } from "#runtime/journal.ts";
import { contestConfiguration, plannedContest } from "../../core/kind-examples.ts";
import { answerWith, contestPorts, FLIPPER } from "../../helpers/contest.ts";
import { keptIn } from "../../helpers/kept-runs.ts";
import type { Script } from "../../helpers/scripted-model.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** A contest of these authors that has been begun, and what it is held with. */
async function begun(scripts: Readonly<Record<string, Script>>, ports = {}) {
  const logsDir = await temporaryFolder();
  const { store } = await keptIn(logsDir);
  onTestFinished(() => store.close());
  const configuration = contestConfiguration({ models: Object.keys(scripts) });
  const claim = await store.contests.begin(plannedContest({ configuration }));
  const desk = { ports: contestPorts(scripts, ports).ports, close: async () => {} };
  const place = { desk, store, config: readConfig({ LOGS_DIR: logsDir }) };
  const folder = join(logsDir, "runs", claim.runId);
  const events = async (): Promise<NumberedEvent[]> => {
    const lines = (await readFile(join(folder, "events.jsonl"), "utf8")).trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line));
  };
  return { run: { claim, configuration, rerunOf: null }, place, store, folder, events };
}

const writes: Script = () => ({ text: answerWith(FLIPPER) });
const refuses: Script = () => ({ text: "I would rather not." });
const unstopped = () => ({ signal: new AbortController().signal });

describe("a contest that is performed", () => {
  it("is recorded with what every author has come to, its result and its files", async () => {
    const { run, place, store, folder, events } = await begun({ a: writes, b: refuses });
    const { result } = await performContest(run, place, { ...unstopped(), text: true });
    const kept = await store.contests.read(run.claim.runId);
    expect(kept).toMatchObject({
      state: "done",
      result,
      summary: { authors: 2, measured: 1, best: { author: "a" }, synthetic: true },
    });
    expect(kept?.steps.map(({ name, state }) => [name, state])).toEqual([
      ["a", "done"],
      ["b", "failed"],
    ]);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(["report.html", "report.md", "result.json", "strategies"]),
    );
    const told = await events();
    expect(told[0]).toMatchObject({
      type: "planned",
      groups: [
        { nodes: ["dispatcher"], how: "code" },
        { name: "authors", nodes: ["a", "b"], how: "parallel" },
        { nodes: ["buy_and_hold"], how: "code" },
        { nodes: ["rank"], how: "code" },
      ],
    });
    expect(told.map(({ seq }) => seq)).toEqual(told.map((_, place) => place + 1));
    const words = told.flatMap((event) => {
      return event.type === "text" && event.node === "a" ? event.text : [];
    });
    expect(words.join("")).toBe(answerWith(FLIPPER));
  });

  it("is interrupted when it is stopped, and keeps what is finished", async () => {
    const stop = new AbortController();
    const never: Script = () => new Promise<never>(() => {});
    const { run, place, store, folder } = await begun({ a: writes, b: never });
    const performed = performContest(run, place, {
      signal: stop.signal,
      watcher(event) {
        if (event.type === "strategy_ended") stop.abort(new Error("stopped by Ctrl-C"));
      },
    });
    await expect(performed).rejects.toThrow("stopped by Ctrl-C");
    const kept = await store.contests.read(run.claim.runId);
    expect(kept).toMatchObject({ state: "interrupted", result: null, heldUntil: null });
    expect(kept?.steps).toMatchObject([
      { name: "a", state: "done" },
      { name: "b", state: "waiting" },
    ]);
    expect(await readFile(join(folder, "strategies", "a.js"), "utf8")).toBe(FLIPPER);
  });

  it("has failed where there is nothing to trade on", async () => {
    const readBars = async () => {
      throw new DeskError("unknown_symbol", "AAPL is not known.");
    };
    const { run, place, store } = await begun({ a: writes }, { readBars });
    await expect(performContest(run, place, unstopped())).rejects.toThrow("not known");
    expect(await store.contests.read(run.claim.runId)).toMatchObject({
      state: "failed",
      error: "AAPL is not known.",
    });
  });
});
