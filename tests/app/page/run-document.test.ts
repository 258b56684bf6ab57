import { describe, expect, it } from "vitest";
import { contestPage } from "#app/page/contest-page.ts";
import { runDocument } from "#app/page/run-document.ts";
import type { RunPage } from "#app/page/run-page.ts";
import { chainResult, outcome } from "../../core/chain/examples.ts";
import { fact, result, spans } from "../../core/examples.ts";
import { contest } from "../../fixtures/contest.ts";
import { hostilePageTexts } from "../../fixtures/hostile-page-texts.ts";
import { analysisSaying } from "../../fixtures/saying.ts";
import { chainOf } from "../../helpers/chain.ts";
import { hashOf, markupOf, partsOf, tagsOf, textOf } from "./page-parts.ts";

const shown = { id: "run-1", title: "AAPL", spans, missing: [] };
const analysis = (of = result()): RunPage => ({
  ...shown,
  kind: "analysis",
  result: of,
  chart: null,
});

describe("a run's document", () => {
  it("may run its own block and wear its own look, and nothing else", async () => {
    const { policy, scripts, styles } = partsOf(await runDocument(analysis()));
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain(`script-src ${scripts.map(hashOf).join(" ")};`);
    expect(policy).toContain(`style-src ${styles.map(hashOf).join(" ")} '`);
  });

  it("can be read without its script", async () => {
    const page = await runDocument(analysis());
    const [, plain = ""] = /<noscript>(.*?)<\/noscript>/s.exec(page) ?? [];
    expect(textOf(plain)).toContain("# AAPL: BUY, confidence 0.60 over three months");
  });

  it("holds of the facts those that its figures are explained by", async () => {
    const item = { figure: "The", where: "market", at: 0, nearest: null, problem: null };
    const cited = {
      ...item,
      status: "sourced" as const,
      factId: "AAPL:price.close",
      derivation: null,
    };
    const audit = { figures: 1, sourced: 1, derived: 0, unsourced: 0, items: [cited] };
    const facts = [fact(), fact({ id: "AAPL:other" })];
    const { json } = partsOf(await runDocument(analysis(result({ audit, facts }))));
    const held = JSON.parse(json.join()).result.facts;
    expect(held).toEqual([fact()]);
  });

  it("of a chain has its agents' words, of a contest it is the contest's own page", async () => {
    const told = chainResult(chainOf({ name: "cook" }), [outcome("cook")]);
    const chain = await runDocument({ ...shown, kind: "chain", result: told });
    expect(JSON.parse(partsOf(chain).json.join()).result.outcomes).toEqual(told.outcomes);
    const page: RunPage = { ...shown, kind: "contest", result: contest() };
    expect(await runDocument(page)).toBe(await contestPage(contest()));
  });

  it.each(Object.entries(hostilePageTexts))(
    "shows %s as words, wherever it stands",
    async (_, text) => {
      const harmless = await runDocument(analysis(analysisSaying("harmless")));
      const page = await runDocument({ ...analysis(analysisSaying(text)), title: text });
      expect(tagsOf(page)).toEqual(tagsOf(harmless));
      expect(partsOf(page).policy).toBe(partsOf(harmless).policy);
      expect(partsOf(page).json.join()).not.toContain("<");
      expect(markupOf(page)).not.toMatch(/<[^>]*\s(?:style|on\w+)=/);
    },
  );
});
