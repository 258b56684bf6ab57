import { describe, expect, it } from "vitest";
import type { RunView } from "#app/web/api.ts";
import { begun } from "../../helpers/kept-runs.ts";
import { KEY } from "../../helpers/live-provider.ts";
import { roleOf, startProvider } from "../../helpers/provider.ts";
import { allMessages, PATIENT, startServer } from "./web-server.ts";

const chain = [
  "name: Two steps",
  "agents:",
  "  - name: first",
  "    prompt: What is {{input}}?",
  "  - name: second",
  "    prompt: And then?",
].join("\n");

/** A server whose live model leaves the calls that `hangs` picks unanswered until it is let go. */
async function startHanging(hangs: (prompt: string, role: string) => boolean) {
  const asked = Promise.withResolvers<void>();
  let held = true;
  const stub = await startProvider((_response, _attempt, request) => {
    const prompt = JSON.stringify(request.body.messages);
    const hung = held && hangs(prompt, roleOf(request) ?? "");
    if (hung) asked.resolve();
    return hung;
  });
  const env = {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${stub.origin}/v1`,
    TRADING_GRAPH_MODEL: "gpt-4o",
    TRADING_GRAPH_ANALYSTS: "market,news",
  };
  const server = await startServer({ env, limits: { runs: 1 } });
  const { get, post, start } = server;
  const refusal = async (run: string) => {
    const answer = await post(`/api/runs/${run}/resume`);
    return [answer.status, ((await answer.json()) as { error: string }).error];
  };
  const ended = async (run: string) =>
    (await allMessages(await get(`/api/runs/${run}/events`))).at(-1)?.message;
  return {
    ...server,
    refusal,
    ended,
    seen: stub.seen,
    /** Starts what is asked, and stops it once the model hangs, which it never does again. */
    async stopped(what: object): Promise<string> {
      const run = await start(what);
      await asked.promise;
      expect(await refusal(run)).toEqual([409, expect.stringContaining("is being worked on")]);
      await post(`/api/runs/${run}/stop`);
      expect(await ended(run)).toMatchObject({ run: { state: "interrupted" } });
      held = false;
      stub.seen.splice(0);
      return run;
    },
    async resume(run: string): Promise<void> {
      // What its first attempt has left is written for a moment longer.
      const status = async () => (await post(`/api/runs/${run}/resume`)).status;
      await expect.poll(status, PATIENT).toBe(202);
    },
  };
}

describe("a run that was stopped on the page", () => {
  it("goes on there as an analysis, and ends with all its reports", async () => {
    let reported = 0;
    const server = await startHanging((_prompt, role) => {
      if (role !== "news_analyst") reported += 1;
      return role === "news_analyst" || reported > 1;
    });
    const { get, stopped, resume, ended, refusal } = server;
    const run = await stopped({ kind: "analysis", ticker: "AAPL" });
    await resume(run);
    expect(await ended(run)).toMatchObject({ type: "end", run: { state: "done", attempt: 2 } });
    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view.page).toMatchObject({
      result: { attempts: 2, gaps: [], reports: [{ analyst: "market" }, { analyst: "news" }] },
    });
    expect(await refusal(run)).toEqual([409, expect.stringContaining("is done")]);
  });

  it("goes on there as a chain, and asks nobody again who has answered", async () => {
    const { get, seen, stopped, resume, ended } = await startHanging((prompt) =>
      prompt.includes("And then?"),
    );
    const run = await stopped({ kind: "chain", chain, input: "rain" });
    await resume(run);
    expect(await ended(run)).toMatchObject({ type: "end", run: { state: "done", attempt: 2 } });
    expect(seen).toHaveLength(1);
    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view.page).toMatchObject({
      result: { outcomes: [{ state: "done" }, { state: "done" }] },
    });
  });

  it("is not gone on with where nothing can be, which it is told", async () => {
    const { store, refusal, start, ended } = await startHanging(() => false);
    const [failed, other] = ["20261120T100000Z-AAPL-0000", "20261120T100000Z-MSFT-0000"];
    const claim = await begun(store, failed);
    await claim.end({ state: "failed", error: "no such symbol" });
    expect(await refusal(failed)).toEqual([409, expect.stringContaining("has failed")]);
    const stopped = await begun(store, other, { benchmark: "OTHER" });
    await stopped.end({ state: "interrupted", error: "interrupted" });
    expect(await refusal(other)).toEqual([409, expect.stringContaining("benchmark was")]);
    const options = { models: "rules:breakout", from: "2024-01-02", data: "demo" };
    const contest = await start({ kind: "contest", ticker: "AAPL", options });
    await ended(contest);
    expect(await refusal(contest)).toEqual([409, expect.stringContaining("hold it again")]);
  });
});
