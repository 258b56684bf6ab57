import { describe, expect, it } from "vitest";
import type { CheckedChain, History, ListView, RunView } from "#app/web/api.ts";
import { allMessages, numbersIn, PATIENT, startServer, startSilent } from "./web-server.ts";

describe("a watchlist begun on the page", () => {
  it("is one of the runs at work, and its members stand in the history as it begins", async () => {
    const { start, get, told } = await startServer({ limits: { runs: 1 } });
    const options = { analysts: "news", "max-workers": 1 };
    const list = await start({ kind: "watchlist", tickers: "aapl, msft # mine\nNVDA", options });
    const read = async () => (await (await get(`/api/lists/${list}`)).json()) as ListView;
    const begun = await read();
    expect(begun.runs.map(({ title }) => title)).toEqual(["AAPL", "MSFT", "NVDA"]);
    const history = (await (await get("/api/history?limit=1")).json()) as History;
    expect(history.runs).toHaveLength(3);
    for (const { id } of begun.runs) {
      const messages = await allMessages(await get(`/api/runs/${id}/events`));
      expect(messages.at(-1)?.message).toMatchObject({ type: "end", run: { state: "done" } });
      expect(numbersIn(messages)[0]).toBe(1);
    }
    await expect.poll(async () => (await read()).here, PATIENT).toBe(false);
    expect(told).toHaveLength(8);
  });

  it("is stopped as a whole: what was not begun never is", async () => {
    const { start, get, post, asked } = await startSilent();
    const options = { "max-workers": 1 };
    const list = await start({ kind: "watchlist", tickers: "AAPL MSFT", options });
    await asked;
    const { runs, here } = (await (await get(`/api/lists/${list}`)).json()) as ListView;
    expect(here).toBe(true);
    const [first = "", second = ""] = runs.map(({ id }) => id);
    const alone = await post(`/api/runs/${first}/stop`);
    expect(await alone.json()).toEqual({
      error: `run ${first} is part of list ${list}: stop the list.`,
    });
    expect((await post(`/api/lists/${list}/stop`)).status).toBe(204);
    const last = async (run: string) =>
      (await allMessages(await get(`/api/runs/${run}/events`))).at(-1)?.message;
    expect(await last(first)).toMatchObject({ run: { state: "interrupted" } });
    expect(await last(second)).toMatchObject({ type: "end", run: { state: "skipped" } });
    expect((await post(`/api/lists/${list}/stop`)).status).toBe(409);
  });
});

describe("a contest begun on the page", () => {
  it("is told, kept and asked once more as any other run", async () => {
    const { start, get, post } = await startServer();
    const options = { models: "rules:breakout", from: "2024-01-02", "allow-short": true };
    const run = await start({ kind: "contest", ticker: "AAPL", options });
    const messages = await allMessages(await get(`/api/runs/${run}/events`));
    expect(messages.at(-1)?.message).toMatchObject({ type: "end", run: { state: "done" } });
    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view).toMatchObject({ run: { kind: "contest" }, page: { kind: "contest" } });
    expect((await get(`/api/compare?a=${run}&b=${run}`)).status).toBe(409);
    const again = (await (await post(`/api/runs/${run}/rerun`)).json()) as { run: string };
    const told = await allMessages(await get(`/api/runs/${again.run}/events`));
    expect(told.at(-1)?.message).toMatchObject({ run: { kind: "contest", state: "done" } });
  });
});

describe("a chain begun on the page", () => {
  const chain = [
    "name: Two views",
    "agents:",
    "  - name: optimist",
    "    connect: parallel",
    "    prompt: What is good about {{input}}?",
    "  - name: pessimist",
    "    connect: parallel",
    "    prompt: What is bad about {{input}}?",
  ].join("\n");

  it("is told, kept and asked once more as any other run", async () => {
    const { start, get, post } = await startServer();
    const run = await start({ kind: "chain", chain, input: "rain" });
    const messages = await allMessages(await get(`/api/runs/${run}/events`));
    const [planned] = messages.flatMap(({ message }) =>
      message.type === "events" ? message.events : [],
    );
    expect(planned).toMatchObject({
      type: "planned",
      groups: [{ how: "parallel", nodes: ["optimist", "pessimist"] }],
    });
    expect(messages.at(-1)?.message).toMatchObject({
      type: "end",
      run: { state: "done", title: "Two views" },
    });
    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view).toMatchObject({ run: { kind: "chain" }, page: { kind: "chain" } });
    expect((await get(`/api/runs/${run}/report.md`)).status).toBe(200);
    const again = (await (await post(`/api/runs/${run}/rerun`)).json()) as { run: string };
    const told = await allMessages(await get(`/api/runs/${again.run}/events`));
    expect(told.at(-1)?.message).toMatchObject({ run: { kind: "chain", state: "done" } });
  });

  it("is checked before it is begun, by the same rules", async () => {
    const { post } = await startServer();
    const check = async (text: string) =>
      (await post("/api/chains/check", { chain: text })).json() as Promise<CheckedChain>;
    expect(await check(chain)).toEqual({
      mistakes: [],
      name: "Two views",
      groups: [{ name: expect.any(String), agents: ["optimist", "pessimist"] }],
      drawing: expect.stringMatching(/^flowchart TD/),
    });
    const wrong = chain.replace("prompt: What is bad", "tools: [fly]\n    prompt: What is bad");
    const mistake = { line: 8, message: expect.stringContaining('"fly"') };
    expect(await check(wrong)).toEqual({ mistakes: [mistake] });
    const asked = { kind: "chain", options: {}, input: "rain" };
    const refusal = async (changes: object) => {
      const answer = await post("/api/runs", { ...asked, chain, ...changes });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await refusal({ chain: wrong })).toEqual([
      400,
      expect.stringMatching(/line 8: .*"fly"/),
    ]);
    expect(await refusal({ input: " " })).toEqual([
      400,
      expect.stringContaining("give it an input"),
    ]);
  });
});
