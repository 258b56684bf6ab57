import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { performRecorded } from "#app/perform-recorded.ts";
import type { RunEvent } from "#core/event.ts";
import type { RunKind } from "#core/run-kind.ts";
import type { RunShapes } from "#core/run-shapes.ts";
import type { PlannedRun } from "#core/run-store.ts";
import { systemClock } from "#runtime/clock.ts";
import { facetsOf } from "#runtime/store/facet.ts";
import { chainResult, outcome } from "../../../core/chain/examples.ts";
import { gap } from "../../../core/examples.ts";
import {
  chainConfiguration,
  contestConfiguration,
  plannedChain,
  plannedContest,
} from "../../../core/kind-examples.ts";
import { configuration, planned } from "../../../core/run-examples.ts";
import { allHostileTexts, hostilePageTexts } from "../../../fixtures/hostile-page-texts.ts";
import { analysisSaying, contestSaying } from "../../../fixtures/saying.ts";
import { describeBrowser } from "../../../helpers/browser.ts";
import { chainOf, together } from "../../../helpers/chain.ts";
import { servePage, soon, watch } from "./served-page.ts";

/** Where the page has forms, fields and styles of its own. */
const OWN = ".start *, .history-head *, .run-tick *, .chart *, input[name=strategy]";
const MADE =
  "script, iframe, frame, object, embed, applet, form, input, textarea, select, img, picture, source, video, audio, link, meta, base, style, template, math, dialog, xmp, [popover]";
const WITHIN_TEXT = "svg, details, button, [style], [id], [name], [title]";
/** Control characters, those that turn a line around, and private ones. */
const OBEYED = String.raw`[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]`;

/** What texts have made of a page that is not theirs to make. */
const HARM = `(() => {
  const faults = globalThis.harmed === undefined ? [] : ["a script ran"];
  const main = document.querySelector("main");
  const tell = (boxes) => faults.push(...boxes.map((box) => box.outerHTML.slice(0, 160)));
  tell([...main.querySelectorAll("${MADE}")].filter((box) => !box.matches("${OWN}")));
  tell([...main.querySelectorAll(":is(.prose, .passage, pre) :is(${WITHIN_TEXT})")]);
  const handlers = (box) => box.getAttributeNames().some((name) => /^(on|srcdoc$|formaction$)/.test(name));
  tell([...document.querySelectorAll("*")].filter(handlers));
  const astray = ({ href, rel, target }) =>
    !/^(https?|file):$/.test(new URL(href).protocol) ||
    (href.includes("evil.example") && (target !== "_blank" || !rel.includes("noopener"))) ||
    (href.startsWith("file:") && !href.startsWith(location.href.split("#")[0] + "#"));
  tell([...document.querySelectorAll("a[href], area[href]")].filter(astray));
  const obeyed = /.{0,20}${OBEYED}.{0,20}/.exec(main.textContent);
  return obeyed === null ? faults : [...faults, JSON.stringify(obeyed[0])];
})()`;

const texts = Object.values(hostilePageTexts);
const agents = texts.map((_, place) => `agent_${place}`);

/** What a model that writes this tells of a node. */
function toldOf(node: string, kind: "analyst" | "author" | "agent", text: string): RunEvent[] {
  const at = Date.now();
  const pieces = text.match(/[\s\S]{1,90}/g) ?? [];
  const call = { name: `get_news(${text})`, kind: "tool", parent: node } as const;
  return [
    { type: "span_started", name: node, kind, parent: null, at },
    { type: "span_started", ...call, at },
    { type: "span_ended", ...call, ms: 1, error: text, at },
    ...pieces.map((piece): RunEvent => ({ type: "text", node, text: piece, at })),
    { type: "notice", text, at },
  ];
}

/** What is told of it at its end. */
function endedOf(node: string, kind: "analyst" | "author" | "agent", end: RunEvent): RunEvent[] {
  const at = Date.now();
  return [end, { type: "span_ended", name: node, kind, parent: null, ms: 1, error: null, at }];
}

describeBrowser("hostile texts", (tabs) => {
  /** Shows a run that tells this, before and after its end, in the page and as a file. */
  async function show<K extends RunKind>(
    kind: K,
    plan: PlannedRun<K>,
    told: { readonly before: readonly RunEvent[]; readonly after: readonly RunEvent[] },
    result: RunShapes[K]["result"],
    seen: (page: Page) => Promise<unknown>,
  ) {
    const { store, config, origin, url } = await servePage();
    const page = await tabs.open();
    const harmTo = async (shown: Page, faults: readonly string[]) => [
      ...(await shown.evaluate<string[]>(HARM)),
      ...faults,
    ];
    const faults = watch(page, (address) => address.startsWith(origin));
    const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const claim = await facetsOf(store)[kind].begin(plan);
    const over = performRecorded(
      {
        kind,
        claim,
        groups: plan.groups,
        asked: {},
        deadlineMs: null,
        overdue: String,
        async perform({ journal }) {
          for (const event of told.before) journal.record(event);
          begun.resolve();
          await end.promise;
          for (const event of told.after) journal.record(event);
          journal.record({ type: "run_ended", ms: 1, error: null, at: Date.now() });
          return { result, spans: [] };
        },
        render: () => "",
        keep: () => [],
      },
      { store, config, clock: systemClock },
      { signal: new AbortController().signal, text: true },
    );
    await begun.promise;
    await page.goto(`${url}runs/${plan.id}`);
    await seen(page);
    expect(await harmTo(page, faults), "while it is written").toEqual([]);

    end.resolve();
    await over;
    await page.locator(".report .masthead").first().waitFor();
    await page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true");
    expect(await harmTo(page, faults), "once it is done").toEqual([]);

    await page.getByRole("link", { name: "History" }).click();
    await page.locator(`.run-row[data-run="${plan.id}"]`).waitFor();
    expect(await harmTo(page, faults), "in the history").toEqual([]);

    const file = join(config.logsDir, "report.html");
    const answer = await fetch(`${origin}/api/runs/${plan.id}/report.html`);
    expect(answer.status).toBe(200);
    await writeFile(file, await answer.text());
    const address = pathToFileURL(file).href;
    const alone = await tabs.open();
    const faultsAlone = watch(alone, (asked) => asked === address);
    await alone.goto(address);
    await alone.locator("h1").first().waitFor();
    expect(await harmTo(alone, faultsAlone), "as a file").toEqual([]);
  }

  it("do nothing in a chain's outputs, one text an agent", async () => {
    const chain = {
      ...chainOf(
        ...together("all", ...agents).map((agent) => ({ ...agent, prompt: allHostileTexts })),
      ),
      name: texts[0] ?? "",
      description: allHostileTexts,
    };
    const outcomes = agents.map((agent, place) => outcome(agent, { output: texts[place] ?? "" }));
    const plan = plannedChain({
      configuration: chainConfiguration({ chain, input: allHostileTexts }),
    });
    const told = (tell: (agent: string, place: number) => RunEvent[]) => agents.flatMap(tell);
    await show(
      "chain",
      plan,
      {
        before: told((agent, place) => toldOf(agent, "agent", texts[place] ?? "")),
        after: told((agent, place) =>
          endedOf(agent, "agent", {
            type: "agent_ended",
            outcome: outcomes[place] ?? outcome(agent),
            at: 0,
          }),
        ),
      },
      chainResult(chain, outcomes, { runId: plan.id, input: allHostileTexts }),
      (page) => soon(() => page.locator(".passage").count()).toBe(texts.length),
    );
  });

  it("do nothing in an analysis, wherever they stand", async () => {
    const asked = configuration({ analysts: ["market", "news", "macro"] });
    const plan = planned({ configuration: asked });
    const nodes = ["market_analyst", "news_analyst", "macro_analyst"];
    const message = allHostileTexts;
    const { plan: planSaid, decision, ...said } = analysisSaying(allHostileTexts);
    const levels = { entry: 189.12, stop: null, target: null, currency: "USD" };
    await show(
      "analysis",
      plan,
      {
        before: nodes.flatMap((node) => toldOf(node, "analyst", allHostileTexts)),
        after: nodes.flatMap((node, place) => {
          const report = place === 0 ? (said.reports[0] ?? null) : null;
          const missing = report === null ? gap({ message }) : null;
          return endedOf(node, "analyst", { type: "reported", node, report, gap: missing, at: 0 });
        }),
      },
      {
        ...said,
        runId: plan.id,
        plan: planSaid && { ...planSaid, levels },
        decision: decision && { ...decision, levels },
      },
      (page) => soon(() => page.locator(".passage").count()).toBe(3),
    );
  });

  it("do nothing in a contest's code, answers and names", async () => {
    const said = contestSaying(allHostileTexts);
    const models = said.entries.map(({ author }) => author);
    const plan = plannedContest({ configuration: contestConfiguration({ models }) });
    const [authors = []] = plan.groups
      .filter(({ how }) => how === "parallel")
      .map(({ nodes }) => nodes);
    await show(
      "contest",
      plan,
      {
        before: authors.flatMap((node) => toldOf(node, "author", allHostileTexts)),
        after: authors.flatMap((node, place) =>
          endedOf(node, "author", {
            type: "strategy_ended",
            node,
            sharpe: null,
            totalReturn: null,
            failure: place === 0 ? allHostileTexts : null,
            code: allHostileTexts,
            answer: allHostileTexts,
            at: 0,
          }),
        ),
      },
      { ...said, runId: plan.id },
      (page) => soon(() => page.locator(".passage").count()).toBe(authors.length),
    );
  });
});
