import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { describeBrowser } from "../../../helpers/browser.ts";
import { cli } from "../../../helpers/cli.ts";
import { startCuttableProxy } from "../../../helpers/cuttable-proxy.ts";
import { startYahooStub } from "../../../helpers/yahoo-stub.ts";
import {
  analyse,
  analystNodes,
  cardOf,
  everyone,
  serveSpoken,
  soon,
  watch,
  writtenIn,
} from "./served-page.ts";

/** Notes when each card takes a state, on the page's own clock. */
const RECORDER = `
  globalThis.turns = [];
  const states = new Map();
  new MutationObserver(() => {
    for (const { dataset } of document.querySelectorAll(".card[data-node]")) {
      if (states.get(dataset.node) === dataset.state) continue;
      states.set(dataset.node, dataset.state);
      turns.push({ node: dataset.node, state: dataset.state, at: performance.now() });
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
`;

interface Turn {
  readonly node: string;
  readonly state: string;
  readonly at: number;
}

describeBrowser("the live page", (tabs) => {
  it("shows everyone before the first token, all at work at once, and then the verdict", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    const [opened, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    yahoo.fail({ until: opened.promise }, { on: "chart", times: 1 });
    yahoo.fail({ until: told.promise }, { on: "search", times: 1 });
    const env = { TRADING_GRAPH_DATA: "yahoo", YAHOO_BASE_URL: yahoo.url };
    const { url, origin, analysts, provider } = await serveSpoken(env, (role) =>
      /analyst|manager/.test(role),
    );
    const page = await tabs.open({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "no-preference",
    });
    const faults = watch(page, (address) => address.startsWith(origin));
    await page.addInitScript(RECORDER);
    await page.goto(url);
    await analyse(page, "AAPL");

    const preparing = page.getByText("Preparing parallel execution…");
    await soon(() => preparing.count()).toBe(6);
    expect(await page.locator("[data-group=analysts] .card").count()).toBe(6);
    expect(await page.locator(".passage, .pill-parallel, .pill-sequential").count()).toBe(0);

    opened.resolve();
    const news = cardOf(page, "news_analyst").locator(".call");
    const call = news.filter({ hasText: "get_news" });
    await call.and(page.locator("[data-state=working]")).waitFor();
    const pills = page.getByText("Parallel streaming");
    await cardOf(page, "news_analyst")
      .locator(".pill-parallel", { hasText: /^Working/ })
      .waitFor();
    told.resolve();
    await call.and(page.locator("[data-state=done]")).waitFor();
    expect(await call.locator(".elapsed").textContent()).toMatch(/^\d[\d.]* m?s$/);

    await soon(() => pills.count()).toBe(6);

    const dots = page.locator(".pill-parallel").first().locator(".dots i");
    const delays = await dots.evaluateAll((all) =>
      all.map((dot) => {
        const { animationName, animationDelay } =
          dot.ownerDocument.defaultView.getComputedStyle(dot);
        return `${animationName} ${animationDelay}`;
      }),
    );
    expect(new Set(delays).size).toBe(3);
    expect(delays.join()).not.toContain("none");

    const voices = await analysts();
    for (const [node, voice] of voices) voice.say(`So says ${node}.`);
    await soon(() => writtenIn(page)).toEqual(everyone((node) => `So says ${node}.`));
    expect(await pills.count()).toBe(6);
    for (const voice of voices.values()) voice.end();

    const manager = cardOf(page, "portfolio_manager");
    await manager.locator(".pill-sequential", { hasText: /^Streaming/ }).waitFor();
    const turns: Turn[] = await page.evaluate("turns");
    const at = (state: string) =>
      turns
        .filter((turn) => turn.state === state && turn.node.endsWith("analyst"))
        .map((turn) => turn.at);
    expect([at("working").length, at("done").length]).toEqual([6, 6]);
    expect(Math.max(...at("working"))).toBeLessThan(Math.min(...at("done")));
    const colours = await page
      .locator(".pill-sequential, .pill-done")
      .evaluateAll((all) =>
        all.map((pill) => pill.ownerDocument.defaultView.getComputedStyle(pill).color),
      );
    expect(new Set(colours).size).toBe(2);

    (await provider.voice("portfolio_manager")).answerWell();
    await page.getByRole("region", { name: "Decision" }).waitFor();
    await page.getByText("It rises.").filter({ visible: true }).first().waitFor();
    expect(await page.title()).toContain("✓ AAPL");
    expect(faults).toEqual([]);
  });

  it("shows a gap with its reason, and runs only the gaps again", async () => {
    const { url, analysts, provider } = await serveSpoken();
    const page = await tabs.open();
    await page.goto(url);
    const first = await analyse(page, "AAPL");
    for (const [node, voice] of await analysts()) {
      if (node === "risk_analyst") voice.refuse("no risk today");
      else voice.end(`${node} is well.\nSTANCE: bullish CONFIDENCE: 0.70`);
    }
    const gap = cardOf(page, "risk_analyst").and(page.locator("[data-state=gap]"));
    await gap.getByText("no risk today").waitFor();
    await page.getByRole("region", { name: "Decision" }).waitFor();
    await page.locator(".work > summary").click();
    await gap.getByRole("button", { name: "Run the gaps again" }).click();
    await page.waitForURL((at) => at.pathname.startsWith("/runs/") && !at.pathname.includes(first));
    const again = await provider.voice("risk_analyst");
    again.say("At last.");
    await soon(() => writtenIn(page)).toMatchObject({ risk_analyst: "At last." });
    again.end();
    await page.getByRole("region", { name: "Decision" }).waitFor();
    expect(provider.seen).toHaveLength(9);
    expect(await page.locator(".run-head a").getAttribute("href")).toContain(first);
  });

  it("loses and doubles nothing when it is reloaded, loses its line, or is opened twice", async () => {
    const { url, analysts } = await serveSpoken();
    const line = await startCuttableProxy();
    const page = await tabs.open({ proxy: { server: line.origin } });
    await page.goto(url);
    await analyse(page, "AAPL");
    const voices = await analysts();
    let said = "";
    const say = (words: string) => {
      said += words;
      for (const voice of voices.values()) for (const word of words.split(/(?= )/)) voice.say(word);
    };
    const nothingIsLost = (where: Page) =>
      soon(() => writtenIn(where)).toEqual(everyone(() => said));
    say("One two three");
    await nothingIsLost(page);
    say(" while it was reloaded");
    await page.reload();
    say(" and after that");
    await nothingIsLost(page);

    line.cut();
    say(" while nobody could listen");
    await page.getByText("The server does not answer.").waitFor();
    say(" at all");
    expect(await page.getByRole("button", { name: "Stop" }).isDisabled()).toBe(true);
    const clock = page.locator(".run-line .elapsed");
    const held = await clock.textContent();
    await page.waitForTimeout(250);
    expect(await clock.textContent()).toBe(held);
    line.mend();
    await nothingIsLost(page);

    const second = await page.context().newPage();
    await second.goto(page.url());
    say(" to two of them");
    await Promise.all([nothingIsLost(page), nothingIsLost(second)]);
    for (const voice of voices.values()) voice.end();
    for (const one of [page, second]) {
      await one.getByRole("region", { name: "Decision" }).waitFor();
      await nothingIsLost(one);
    }
  });

  it("goes on with what was stopped, and shows it in the page that is open", async () => {
    const { url, analysts, provider } = await serveSpoken();
    const page = await tabs.open();
    await page.goto(url);
    const run = await analyse(page, "AAPL");
    for (const [node, voice] of await analysts()) {
      if (node !== "risk_analyst") voice.end(`${node} is well.\nSTANCE: bullish CONFIDENCE: 0.70`);
    }
    await soon(() => page.locator(".card[data-state=done]").count()).toBe(5);
    await page.getByRole("button", { name: "Stop" }).click();
    const unbegun = cardOf(page, "portfolio_manager").getByText("Not begun");
    await unbegun.waitFor();
    await page.getByRole("button", { name: "Go on" }).click();
    const risk = await provider.voice("risk_analyst");
    risk.say("Where it stood.");
    await soon(() => writtenIn(page)).toMatchObject({ risk_analyst: "Where it stood." });
    expect(await page.locator(".card[data-state=done]").count()).toBe(5);
    risk.end();
    await page.getByRole("region", { name: "Decision" }).waitFor();
    expect(page.url()).toContain(run);
  });

  it("shows a run of the command line while it goes on, and a terminal one of the page's", async () => {
    const { url, config, env, analysts } = await serveSpoken();
    const page = await tabs.open();
    await page.goto(url);
    const { logsDir } = config;
    const there = cli(["analyze", "MSFT"], { logsDir, env });
    const voices = await analysts();
    await page.getByRole("link", { name: "MSFT" }).click();
    for (const [node, voice] of voices) voice.say(`${node} speaks in a terminal.`);
    await soon(() => writtenIn(page)).toEqual(everyone((node) => `${node} speaks in a terminal.`));
    expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
    for (const voice of voices.values()) voice.end();
    await page.getByRole("region", { name: "Decision" }).waitFor();
    expect((await there).code).toBe(0);

    const run = await analyse(page, "NVDA");
    const followed = cli(["runs", "follow", run], { logsDir, env });
    for (const voice of (await analysts()).values()) voice.end();
    const { code, stdout, stderr } = await followed;
    expect(code).toBe(0);
    for (const node of analystNodes) expect(stdout + stderr).toContain(node);
  });

  it("stays quick to use with six runs at once, and says why there is no seventh", async () => {
    const env = { TRADING_GRAPH_MAX_CONCURRENCY: "36", TRADING_GRAPH_MAX_WORKERS: "6" };
    const { url, start, analysts } = await serveSpoken(env);
    const tickers = ["AAPL", "MSFT", "NVDA", "AMZN", "META", "TSLA"];
    const runs = await Promise.all(tickers.map((ticker) => start({ kind: "analysis", ticker })));
    const rounds = await Promise.all(runs.map(() => analysts()));
    const page = await tabs.open();
    await page.goto(`${url}runs/${runs[5]}`);
    await analyse(page, "INTC");
    await page.getByText("6 runs are at work here").waitFor();
    for (const voices of rounds) for (const voice of voices.values()) voice.say("All at once.");
    for (const run of runs.slice(0, 2)) {
      await page.goto(`${url}runs/${run}`);
      await soon(() => page.getByText("All at once.").count()).toBe(6);
    }
    await page.getByRole("link", { name: "History" }).click();
    await soon(() => page.locator(".run-row[data-state=running]").count()).toBe(6);
    for (const voices of rounds) for (const voice of voices.values()) voice.end();
    await soon(() => page.locator(".run-row[data-state=done]").count()).toBe(6);
  });
});
