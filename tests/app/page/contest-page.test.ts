import { describe, expect, it } from "vitest";
import { contestPage } from "#app/page/contest-page.ts";
import { ratioText } from "#core/render/fractions.ts";
import { contest } from "../../fixtures/contest.ts";
import { contestSaying } from "../../fixtures/saying.ts";
import { hashOf, markupOf, partsOf, tagsOf, textOf } from "./page-parts.ts";

const HOSTILE = [
  `</script><script>alert(1)</script>`,
  `<img src=x onerror=alert(1)>`,
  `"><svg onload=alert(1)>`,
  `' onmouseover='alert(1)`,
  `<!-- <script>`,
  `</style></title></textarea>]]>`,
];

describe("the page of a contest", () => {
  it("names no address but that of the chart's makers", async () => {
    const page = await contestPage(contest());
    const markup = markupOf(page);
    const addresses = markup.matchAll(/<[^>]*\s(?:src|href|action|data|srcset)="([^"]*)"/g);
    expect([...addresses].map(([, address]) => address)).toEqual(["https://www.tradingview.com/"]);
    expect(markup).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b/);
  });

  it("lets its own blocks run and nothing else", async () => {
    const { policy, scripts, styles } = partsOf(await contestPage(contest()));
    expect(scripts).toHaveLength(1);
    expect(styles).toHaveLength(1);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain(`script-src ${scripts.map(hashOf).join(" ")};`);
    expect(policy).toContain(`style-src ${styles.map(hashOf).join(" ")} '`);
  });

  it("lets the chart's logo be dressed", async () => {
    const { policy, scripts } = partsOf(await contestPage(contest()));
    const [rules] = /a#tv-attr-logo\{[^"]*\}/.exec(scripts.join()) ?? [""];
    expect(rules).toContain("position:absolute");
    expect(policy).toContain(hashOf(rules));
  });

  it("has no style and no handler in any tag, which its policy would refuse", async () => {
    expect(markupOf(await contestPage(contest()))).not.toMatch(/<[^>]*\s(?:style|on\w+)=/);
  });

  it.each(HOSTILE)("shows %s as words, wherever it stands", async (words) => {
    const plain = partsOf(await contestPage(contest()));
    const page = await contestPage(contestSaying(words));
    const { policy, scripts, styles, json } = partsOf(page);
    expect({ policy, scripts, styles }).toEqual({
      policy: plain.policy,
      scripts: plain.scripts,
      styles: plain.styles,
    });
    expect(tagsOf(page)).toEqual(tagsOf(await contestPage(contestSaying("harmless"))));
    expect(json.join()).not.toContain("<");
    expect(JSON.parse(json.join()).curves[0].name).toContain(words);
    expect(textOf(markupOf(page)).split(words).length).toBeGreaterThan(12);
  });

  it("lets no text turn a line around, and writes out what code hides", async () => {
    const page = await contestPage(contestSaying("a\u202eb\u200bc"));
    expect(page).not.toMatch(/[\u202e\u200b]/);
    expect(JSON.parse(partsOf(page).json.join()).curves[0].name).toMatch(/ abc$/);
    expect(textOf(page)).toContain("// a\\u{202e}b\\u{200b}c");
  });

  it("carries what its charts are drawn from", async () => {
    const result = contest();
    const [json = ""] = partsOf(await contestPage(result)).json;
    const data = JSON.parse(json);
    expect(data.dates).toEqual(result.bars.dates);
    expect(data.close).toEqual(result.bars.close);
    expect(data.dates[data.split]).toBe(result.split);
    expect(data.curves.map(({ name }: { name: string }) => name)).toEqual([
      ...result.standings.map(({ author }) => author),
      "Buy and hold",
    ]);
    const [first] = result.standings;
    const entry = result.entries.find(({ author }) => author === first?.author);
    expect(data.curves[0].equity).toHaveLength(result.bars.dates.length);
    expect(data.curves[0].equity.at(-1)).toBeCloseTo(entry?.equity.at(-1) ?? 0, 1);
    expect(data.curves[0].deals).toHaveLength(
      (entry?.trades.length ?? 0) + (entry?.open.length ?? 0),
    );
  });

  it("has every author's name, model and code", async () => {
    const result = contest();
    const text = textOf(await contestPage(result));
    for (const { author, model, code } of result.entries) {
      expect(text).toContain(author);
      expect(text).toContain(model);
      for (const line of (code ?? "").split("\n")) expect(text).toContain(line);
    }
  });

  it("says of those without figures or rank why", async () => {
    const result = contest();
    const text = textOf(await contestPage(result));
    const failed = result.entries.flatMap(({ failure }) => failure?.message ?? []);
    const unranked = result.standings.flatMap(({ author, unranked }) =>
      result.entries.some((one) => one.author === author && one.failure !== null)
        ? []
        : (unranked ?? []),
    );
    expect([failed.length, unranked.length]).toEqual([1, 1]);
    for (const reason of [...failed, ...unranked]) expect(text).toContain(reason);
  });

  it("has the ranked in their order, and buying and holding at its own place among them", async () => {
    const result = contest();
    const page = await contestPage(result);
    const table = page.slice(page.indexOf("<tbody"), page.indexOf("</tbody>"));
    const rows = table.split("<tr ").slice(1).map(textOf);
    const names = [...result.standings.map(({ author }) => author)];
    names.splice(3, 0, "Buy and hold");
    expect(rows).toHaveLength(names.length);
    for (const [at, name] of names.entries()) expect(rows[at]).toContain(name);
    expect(rows[3]).toContain(ratioText(result.benchmark.outOfSample.sharpe));
  });

  it("has those with figures before those that failed, in the table and below", async () => {
    const page = await contestPage(contest());
    const { curves } = JSON.parse(partsOf(page).json.join());
    expect(curves.slice(4).map(({ name }: { name: string }) => name)).toEqual([
      "acme/large-2#2",
      "acme/small-1",
      "Buy and hold",
    ]);
  });

  it("says which bars the table and its curves are of", async () => {
    const page = await contestPage(contest());
    const words =
      "Out of sample, from 2026-08-17 to 2026-11-20: 70 bars that no author was shown. Figures and curves are of these, but for the Sharpe ratio in sample.";
    expect(page).toContain(`<p class="caption" id="results-caption">${words}</p>`);
    expect(page).toContain('aria-describedby="results-caption"');
  });

  it("says of the curves of all bars that their returns are of all bars", async () => {
    const page = await contestPage(contest());
    expect(textOf(markupOf(page))).toContain("Return over all bars");
    expect(partsOf(page).scripts.join()).toContain("over all bars");
  });

  it("says in its first sentence whether anyone beat buy and hold, as the report does", async () => {
    const { benchmark } = contest();
    const against = async (sharpe: number, totalReturn: number) => {
      const outOfSample = { ...benchmark.outOfSample, sharpe, totalReturn };
      return textOf(await contestPage(contest({ benchmark: { ...benchmark, outOfSample } })));
    };
    expect(await against(9, 9)).toContain(
      "Nobody beat buy and hold out of sample, neither by Sharpe ratio (9.00) nor by return (+900.00 %). First among the strategies is acme/large-2 with a Sharpe ratio of 2.65.",
    );
    expect(await against(9, 0.09)).toContain(
      "Buy and hold was beaten out of sample by Sharpe ratio (9.00): nobody; by return (+9.00 %): acme/large-2",
    );
  });

  it("shows what was answered instead of a strategy as text, and not as code", async () => {
    const page = markupOf(await contestPage(contest()));
    expect(page).toContain("<h3>What it answered; no strategy could be read from it</h3>");
    expect(page).toMatch(/<div class="answer"[^>]*>I would buy: const signal = 1;<\/div>/);
    expect(page).not.toContain("None was written.");
    const entries = contest().entries.map((entry) => ({ ...entry, answer: null }));
    const silent = markupOf(await contestPage(contest({ entries })));
    expect(silent).toContain("None was written.");
    expect(silent).not.toContain("What it answered");
  });

  it("says of a repair that failed too that it did", async () => {
    const entries = contest().entries.map((entry) => ({
      ...entry,
      repaired: entry.failure !== null,
    }));
    const text = textOf(await contestPage(contest({ entries })));
    expect(text).toContain("its second, written after it was told why, failed too");
    expect(text).not.toContain("this one was written");
  });

  it("tells invented prices once, and loudly, and other notices beside them", async () => {
    const notice = "SYNTHETIC DATA: asked for.";
    const data = { source: "demo", synthetic: true, notice } as const;
    const page = await contestPage(contest({ data, notices: [notice, "Two days are missing."] }));
    expect(page.split(notice)).toHaveLength(2);
    expect(page).toContain(`<strong>Invented prices.</strong> ${notice}`);
    expect(page).toContain('<p class="notice">Two days are missing.</p>');
  });

  it("is loud about invented prices", async () => {
    const data = { source: "demo", synthetic: true, notice: null } as const;
    expect(await contestPage(contest({ data }))).toContain("Invented prices.");
    expect(await contestPage(contest())).not.toContain("Invented prices.");
  });

  it("says so where no strategy could be run", async () => {
    const plain = contest();
    const failure = {
      step: "write",
      reason: "model_error",
      message: "It did not answer.",
    } as const;
    const page = await contestPage(
      contest({
        engine: null,
        entries: plain.entries.map((entry) => ({
          ...entry,
          ...{ failure, code: null, measured: null, trades: [], open: [], equity: [] },
        })),
        standings: plain.standings.map(({ author }) => {
          return { author, rank: null, unranked: failure.message, deflatedSharpe: null };
        }),
      }),
    );
    expect(textOf(page)).toContain(
      "No strategy could be run. Nothing could be compared with buy and hold out of sample: no strategy has figures.",
    );
    expect(textOf(page)).not.toContain("Nobody beat");
    expect(`${markupOf(page)}${partsOf(page).json.join()}`).not.toMatch(/NaN|Infinity/);
  });

  it("names the chart's makers, the engine and the run", async () => {
    const result = contest();
    const text = textOf(await contestPage(result));
    expect(text).toContain("TradingView Lightweight Charts");
    expect(text).toContain("Copyright (c) 2023 TradingView, Inc.");
    expect(text).toContain(result.engine);
    expect(text).toContain(result.runId);
  });

  it("is made twice as the same page", async () => {
    expect(await contestPage(contest())).toBe(await contestPage(contest()));
  });
});
