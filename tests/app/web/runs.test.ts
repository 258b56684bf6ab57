import { describe, expect, it } from "vitest";
import type { History, RunView } from "#app/web/api.ts";
import { gap } from "../../core/examples.ts";
import { done } from "../../helpers/kept-runs.ts";
import {
  allMessages,
  messagesOf,
  numbersIn,
  PATIENT,
  startServer,
  startSilent,
} from "./web-server.ts";

const demo = { source: "demo", synthetic: true, notice: null } as const;

describe("an analysis begun on the page", () => {
  it("tells everything from before the first token to its end, and is then shown whole", async () => {
    const { start, get, told } = await startServer();
    const run = await start({
      kind: "analysis",
      ticker: "aapl",
      options: { analysts: "market,news" },
    });
    const messages = await allMessages(await get(`/api/runs/${run}/events`));
    const events = messages.flatMap(({ message }) =>
      message.type === "events" ? message.events : [],
    );
    expect(messages[0]?.message).toMatchObject({ type: "run", run: { id: run, title: "AAPL" } });
    expect(numbersIn(messages)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({ type: "planned" });
    expect(events.at(-1)).toMatchObject({ type: "run_ended", error: null });
    expect(events.some(({ type }) => type === "text")).toBe(true);
    expect(messages.at(-1)?.message).toMatchObject({
      type: "end",
      run: { state: "done", headline: expect.stringContaining("2 of 2 reports") },
    });

    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view).toMatchObject({ here: false, run: { state: "done", kind: "analysis" } });
    expect(view.settings).toContainEqual({ setting: "depth", value: "quick" });
    expect(view.page).toMatchObject({
      kind: "analysis",
      title: "AAPL",
      result: { symbol: "AAPL" },
    });
    expect(view.page?.spans.map(({ name }) => name)).toContain("market_analyst");
    const history = (await (await get("/api/history?search=aap&kind=analysis")).json()) as History;
    expect(history).toEqual({ runs: [view.run], more: false });
    await expect.poll(() => told, PATIENT).toHaveLength(2);
    expect(told[0]).toBe(`AAPL begun (${run})`);
    expect(told[1]).toMatch(new RegExp(`^AAPL done in .+ \\(${run}\\)$`));
  });

  it("is judged as the command line judges it, and its options are only those of the run itself", async () => {
    const { post, store } = await startServer();
    const refusal = async (asked: object) => {
      const answer = await post("/api/runs", { options: {}, ...asked });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    const analysis = { kind: "analysis", ticker: "AAPL" };
    expect(await refusal({ ...analysis, options: { depth: "deepest" } })).toEqual([
      400,
      '--depth: depth "deepest" is not known. Valid: quick, standard, deep.',
    ]);
    expect(await refusal({ kind: "analysis", ticker: "--out=x" })).toEqual([
      400,
      expect.stringContaining('"--out=x"'),
    ]);
    for (const name of ["out", "record", "replay", "prices", "html", "port", "file", "json", "x"]) {
      expect(await refusal({ ...analysis, options: { [name]: "x" } }), name).toEqual([
        400,
        expect.stringContaining(`option "${name}" is not known. Valid: analysts, depth`),
      ]);
    }
    expect(await refusal({ ...analysis, options: { model: "gpt-5" } })).toEqual([
      400,
      expect.stringContaining('model "gpt-5" needs a key'),
    ]);
    expect(await refusal({ kind: "watchlist", tickers: "AAPL ?" })).toEqual([
      400,
      expect.stringContaining('1 word is no ticker: "?" (the list, line 1)'),
    ]);
    expect(await refusal({ kind: "watchlist", tickers: "# none\n" })).toEqual([
      400,
      "no ticker given. Write some, as in AAPL MSFT NVDA, with blanks, commas or new lines between them.",
    ]);
    expect((await refusal({ kind: "analysis" }))[0]).toBe(400);
    expect(await store.history.entries({})).toEqual([]);
  });

  it("is stopped, and can be gone on with", async () => {
    const { start, get, post, asked } = await startSilent();
    const run = await start({ kind: "analysis", ticker: "AAPL" });
    await asked;
    const following = get(`/api/runs/${run}/events`);
    const view = (await (await get(`/api/runs/${run}`)).json()) as RunView;
    expect(view).toMatchObject({ here: true, run: { state: "running" }, page: null });
    expect((await post(`/api/runs/${run}/stop`)).status).toBe(204);
    expect((await allMessages(await following)).at(-1)?.message).toMatchObject({
      type: "end",
      run: { state: "interrupted", error: "somebody stopped it on the page" },
    });
    const again = await post(`/api/runs/${run}/stop`);
    expect(again.status).toBe(409);
    expect(await again.json()).toEqual({
      error: `run ${run} is not at work on this server, so it cannot be stopped here.`,
    });
    expect((await get(`/api/runs/${run}/report.html`)).status).toBe(409);
  });

  it("is not begun where as many are at work as may be, and is where one has ended", async () => {
    const { start, post, get, asked } = await startSilent({ runs: 1 });
    const run = await start({ kind: "analysis", ticker: "AAPL" });
    const other = { kind: "analysis", ticker: "MSFT", options: { model: "rules" } };
    const answer = await post("/api/runs", other);
    expect(answer.status).toBe(429);
    expect(await answer.json()).toEqual({
      error:
        "1 run is at work here, which is as many as may be at once. Wait for one, or stop one.",
    });
    await asked;
    const following = get(`/api/runs/${run}/events`);
    await post(`/api/runs/${run}/stop`);
    await allMessages(await following);
    // What it has left is written for a moment longer.
    await expect.poll(async () => (await post("/api/runs", other)).status, PATIENT).toBe(202);
  });

  it("ends as interrupted where the server ends, and with it whoever follows it", async () => {
    const { start, get, asked, close, store, told, post } = await startSilent();
    const run = await start({ kind: "analysis", ticker: "AAPL" });
    await asked;
    const messages = messagesOf(await get(`/api/runs/${run}/events`));
    await messages.next();
    const rest = Array.fromAsync(messages);
    await close();
    expect((await rest).at(-1)?.message).toMatchObject({
      type: "end",
      run: { state: "interrupted" },
    });
    expect(await store.runs.read(run)).toMatchObject({
      state: "interrupted",
      error: "interrupted",
    });
    expect(told.at(-1)).toBe(`AAPL stopped: interrupted (${run})`);
    await expect(post("/api/runs")).rejects.toThrow();
  });

  it("is asked once more, and only its gaps where it has some", async () => {
    const { start, get, post, store, config } = await startServer();
    const ended = async (run: string) =>
      (await allMessages(await get(`/api/runs/${run}/events`))).at(-1)?.message;
    const again = async (run: string) => {
      const answer = await post(`/api/runs/${run}/rerun`);
      return ((await answer.json()) as { run: string }).run;
    };
    const whole = await start({ kind: "analysis", ticker: "AAPL", options: { analysts: "news" } });
    await ended(whole);
    expect(await ended(await again(whole))).toMatchObject({
      run: { state: "done", rerunOf: null },
    });

    const gaps = "20261120T100000Z-MSFT-0000";
    const kept = { symbol: "MSFT", data: demo, gaps: [gap()] };
    await done(store, gaps, kept, { benchmark: config.benchmark });
    const retried = await again(gaps);
    expect(await ended(retried)).toMatchObject({ run: { rerunOf: gaps, title: "MSFT" } });
  });
});
