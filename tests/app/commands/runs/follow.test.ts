import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "#core/event.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore } from "#runtime/store/open-store.ts";
import { report, result } from "../../../core/examples.ts";
import { planned } from "../../../core/run-examples.ts";
import { cli } from "../../../helpers/cli.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const ID = "20261120T100000Z-AAPL-4f3a";

/** A run that somebody is at, by the time of this machine, and who follows it. */
async function atWork() {
  const logsDir = await temporaryFolder();
  const store = await openStore({ url: null, folder: logsDir, clock: systemClock, secrets: [] });
  const claim = await store.runs.begin(planned({ id: ID }));
  const folder = join(logsDir, "runs", ID);
  await mkdir(folder, { recursive: true });
  let seq = 0;
  const tell = async (...events: RunEvent[]) => {
    const lines = events.map((event) => {
      seq += 1;
      return `${JSON.stringify({ ...event, seq })}\n`;
    });
    await appendFile(join(folder, "events.jsonl"), lines.join(""));
  };
  const follow = (onStderr: (text: string) => void = () => {}, signal?: AbortSignal) =>
    cli(["runs", "follow", "4f3a"], { logsDir, onStderr, ...(signal && { signal }) });
  return { store, claim, tell, follow };
}

const span = { name: "market_analyst", kind: "analyst", parent: null } as const;
const groups = [{ name: "analysts", nodes: ["market_analyst"], how: "parallel" as const }];

describe("runs follow", () => {
  it("shows what a run tells wherever it is made, until it has ended", async () => {
    const { store, claim, tell, follow } = await atWork();
    await tell({ type: "planned", groups, at: 0 }, { type: "span_started", ...span, at: 0 });
    const seen = Promise.withResolvers<void>();
    const following = follow((text) => {
      if (text === "market_analyst: started\n") seen.resolve();
    });
    await seen.promise;
    await tell({ type: "span_ended", ...span, at: 40, ms: 40, error: null });
    await tell({ type: "run_ended", ms: 50, error: null, at: 50 });
    await claim.end({ state: "done", result: result({ runId: ID }) });
    const { code, stdout, stderr } = await following;
    expect(stderr).toContain("market_analyst: done in 40 ms");
    expect(stdout).toBe(`${ID} (AAPL): done: buy 0.60 · 1 of 1 reports\n`);
    expect(code).toBe(0);
    await store.close();
  });

  it("shows how a run went that has ended, and how one goes on that was stopped", async () => {
    const { store, claim, tell, follow } = await atWork();
    await tell({ type: "span_started", ...span, at: 0 });
    await tell({ type: "run_ended", ms: 50, error: "stopped by Ctrl-C", at: 50 });
    await claim.end({ state: "interrupted", error: "stopped by Ctrl-C" });
    const { code, stdout, stderr } = await follow();
    expect(stderr).toContain("market_analyst: started");
    expect(stdout).toContain("(AAPL): interrupted: stopped by Ctrl-C\n");
    expect(stdout).toContain(`It goes on by trading-graph resume ${ID}\n`);
    expect(code).toBe(1);
    await store.close();
  });

  it("goes by the record of a run whose events are elsewhere, and says so", async () => {
    const { store, claim, follow } = await atWork();
    await claim.stepStarted("news_analyst");
    const following = follow((text) => {
      if (text !== "news_analyst: running\n") return;
      void claim
        .stepEnded("news_analyst", report({ analyst: "news" }))
        .then(() => claim.end({ state: "done", result: result({ runId: ID }) }));
    });
    const { code, stdout, stderr } = await following;
    expect(stderr).toMatch(/^The events of run .* are not on this machine: its record is followed/);
    expect(stdout).toContain("done: buy 0.60");
    expect(code).toBe(0);
    await store.close();
  });

  it("ends when whoever follows asks to stop, and stops nothing else", async () => {
    const { store, claim, tell, follow } = await atWork();
    await tell({ type: "span_started", ...span, at: 0 });
    const stop = new AbortController();
    const { code } = await follow(() => stop.abort(new Error("stop")), stop.signal);
    expect(code).toBe(130);
    expect((await store.runs.read(ID))?.state).toBe("running");
    await claim.end({ state: "failed", error: "for a test" });
    await store.close();
  });
});
