import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { History, ListView } from "#app/web/api.ts";
import { describeBrowser } from "../../../helpers/browser.ts";
import { analyse, serveSpoken, soon, watch } from "./served-page.ts";

const RULES = { model: "rules" };
const CHAIN = `name: A pair
agents:
  - name: bull
    connect: parallel
    group: sides
    prompt: Argue for {{input}}.
  - name: bear
    connect: parallel
    group: sides
    prompt: Argue against {{input}}.
  - name: judge
    prompt: Decide between {{bull}} and {{bear}}.
`;
const WRONG_CHAIN = CHAIN.replace("{{bear}}", "{{boar}}").replace("name: bear", "name: bull");

/** A server on which two analyses have been run, by the built-in model. */
async function serveList(depth: string) {
  const server = await serveSpoken();
  const { start, get } = server;
  const options = { ...RULES, depth };
  const list = await start({ kind: "watchlist", tickers: "AAPL MSFT", options });
  const { runs } = await readJson<ListView>(get(`/api/lists/${list}`));
  const [first = "", second = ""] = runs.map(({ id }) => id);
  const done = async (count: number) => {
    const ended = async () => {
      const history = await readJson<History>(get("/api/history"));
      return history.runs.filter(({ state }) => state === "done").length;
    };
    await soon(ended).toBe(count);
  };
  return { ...server, list, first, second, done };
}

/** A server on which everything has been run once. */
async function serveRuns() {
  const server = await serveList("standard");
  const options = { models: "rules:momentum,rules:breakout" };
  const contest = await server.start({ kind: "contest", ticker: "NVDA", options });
  const asked = { kind: "chain", chain: CHAIN, input: "AAPL", options: RULES };
  const chain = await server.start(asked);
  await server.done(4);
  return { ...server, contest, chain };
}

async function readJson<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

/** What stands beyond the window's sides, and nobody can scroll to within its own bounds. */
const BEYOND = `(() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX);
  const reachable = (box) => {
    for (let around = box.parentElement; around !== null; around = around.parentElement) {
      if (scrolls(around)) return true;
    }
    return false;
  };
  const beyond = [...document.body.querySelectorAll("*")].filter((box) => {
    const { left, right, width } = box.getBoundingClientRect();
    return width > 0 && box.checkVisibility() && (left < -0.5 || right > wide + 0.5) && !reachable(box);
  });
  const names = beyond.map((box) => box.tagName.toLowerCase() + "." + box.getAttribute("class"));
  const scrolling = document.documentElement.scrollWidth > wide ? ["the page scrolls sideways"] : [];
  return [...scrolling, ...names];
})()`;

/** What axe has against a page, as rules with what breaks them. */
async function accused(page: Page, rules: string): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, ${rules}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`);
}

const AA = `{ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }`;
const CONTRAST = `{ runOnly: { type: "rule", values: ["color-contrast"] } }`;

describeBrowser("the pages", (tabs) => {
  it("have nothing beyond the window's sides and nothing that axe accuses, dark and light", async () => {
    const { url, origin, list, contest, chain, first, second, analysts } = await serveRuns();
    const page = await tabs.open({ viewport: { width: 1440, height: 900 } });
    const faults = watch(page, (address) => address.startsWith(origin));
    const seen: string[] = [];
    const look = async (view: string) => {
      for (const width of [320, 390, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        const beyond: string[] = await page.evaluate(BEYOND);
        seen.push(...beyond.map((what) => `${view} ${width}: ${what}`));
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const why = await accused(page, colorScheme === "light" ? AA : CONTRAST);
        seen.push(...why.map((what) => `${view} ${colorScheme}: ${what}`));
      }
    };
    const views = {
      home: ["", "History"],
      "a chain's form": ["new/chain", "Chain, as YAML or JSON"],
      "a watchlist": [`lists/${list}`, "2 tickers"],
      "an analysis": [`runs/${first}`, "What would prove it wrong"],
      "a comparison": [`compare/${first}/${second}`, "AAPL and MSFT"],
      "a contest": [`runs/${contest}`, "Ranking"],
      "a chain": [`runs/${chain}`, "Usage and cost"],
    } as const;
    for (const [view, [path, words]] of Object.entries(views)) {
      await page.goto(`${url}${path}`);
      await page.getByText(words).or(page.getByLabel(words)).first().waitFor();
      await look(view);
    }
    await page.goto(url);
    await analyse(page, "NVDA");
    for (const voice of (await analysts()).values()) voice.say("Some words. ".repeat(40));
    await soon(() => page.locator(".passage").count()).toBe(6);
    await look("a live run");
    expect([...seen, ...faults]).toEqual([]);

    const places = () =>
      page.locator("[data-group=analysts] .card").evaluateAll((all) =>
        all.map((card) => {
          const { top, left } = card.getBoundingClientRect();
          return { top, left };
        }),
      );
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(new Set((await places()).map(({ top }) => top)).size).toBe(1);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(new Set((await places()).map(({ left }) => left)).size).toBe(1);
    expect(new Set((await places()).map(({ top }) => top)).size).toBe(6);

    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await page.locator(".pill-parallel", { hasText: "Parallel streaming" }).count()).toBe(6);
    const moving =
      "document.getAnimations().filter(({ playState }) => playState === 'running').length";
    expect(await page.evaluate(moving)).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await page.evaluate(moving)).toBeGreaterThan(0);
  });

  it("are found and compared by keys alone", async () => {
    const { url, origin, first, second, done } = await serveList("quick");
    await done(2);
    const page = await tabs.open();
    const faults = watch(page, (address) => address.startsWith(origin));
    await page.goto(url);
    const rows = page.locator(".history .run-row");
    await soon(() => rows.count()).toBe(2);
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("msf");
    await soon(() => rows.count()).toBe(1);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await soon(() => rows.count()).toBe(2);
    for (const run of [first, second]) {
      await page.getByLabel(new RegExp(`Compare .*${run}`)).focus();
      await page.keyboard.press("Space");
    }
    await page.getByRole("button", { name: "Compare 2 of 2" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /AAPL and MSFT|MSFT and AAPL/ }).waitFor();
    expect(faults).toEqual([]);
    const unknown = "20261120T100000Z-AAPL-0000";
    for (const path of [`runs/${unknown}`, `lists/${unknown}`, `compare/${first}/${unknown}`]) {
      await page.goto(`${url}${path}`);
      await page.getByRole("heading", { name: "Not there" }).waitFor();
      await page.locator("main p", { hasText: unknown }).waitFor();
    }
  });

  it("are begun and stopped by keys alone, and say what is wrong with what is typed", async () => {
    const { url } = await serveSpoken();
    const page = await tabs.open();
    await page.goto(`${url}new/chain`);
    const area = page.getByLabel("Chain, as YAML or JSON");
    await area.focus();
    await page.keyboard.insertText(WRONG_CHAIN);
    await page.getByRole("button", { name: "line 7" }).waitFor();
    await page.getByRole("button", { name: "line 12" }).focus();
    await page.keyboard.press("Enter");
    const selected = await area.evaluate((box) =>
      box.value.slice(box.selectionStart, box.selectionEnd),
    );
    expect(selected).toContain("{{boar}}");
    await area.fill(CHAIN);
    await page.getByText("A pair can be run").waitFor();
    await page.getByLabel("Input of the chain").focus();
    await page.keyboard.type("NVDA");
    await page.getByRole("button", { name: "Run chain" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-group=sides] .card").nth(1).waitFor({ state: "attached" });

    await page.goto(url);
    await page.locator("[data-main]").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("no ticker!");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "no ticker!" }).waitFor();
    await page.locator("#main").focus();
    await analyse(page, "AAPL");
    const stop = page.getByRole("button", { name: "Stop" });
    await stop.waitFor();
    await page.locator("#main").focus();
    while (!(await stop.evaluate((button) => button.matches(":focus-visible"))))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("somebody stopped it on the page").first().waitFor();
  });
});
