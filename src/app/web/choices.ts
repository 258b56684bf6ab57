import { analystNames } from "#core/analyst.ts";
import { authorStyles, rulesAuthor } from "#core/contest/author.ts";
import { type Depth, depths } from "#core/depth.ts";
import { titleOf } from "#core/render/wording.ts";
import { ALL_SYNTHETIC } from "#core/watchlist/render/synthetic-words.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { knownInChains } from "../chain/known-in-chains.ts";
import { analyzeOptions, dataChoices } from "../commands/analyze-options.ts";
import { readDeskChoice, readThoroughness } from "../commands/analyze-request.ts";
import { RULES } from "../model-choice.ts";
import { mainModel } from "../models.ts";
import { readOptions } from "../options.ts";
import { readPrices } from "../price-list.ts";
import type { Choices } from "./api.ts";
import { exampleChains } from "./example-chains.ts";
import type { WebParts } from "./web-parts.ts";

const depthWords: Readonly<Record<Depth, string>> = {
  quick: "Quick: reports, then the decision",
  standard: "Standard: bull and bear argue first",
  deep: "Deep: a plan and its reviews too",
};

const sourceWords: Readonly<Record<(typeof dataChoices)[number], string>> = {
  auto: "Yahoo, or the demo market without a network",
  yahoo: "Yahoo Finance",
  demo: "Demo market: every figure is invented",
};

/**
 * What may be asked, and what is taken where nothing is said.
 *
 * @throws DeskError `usage` where the environment says what cannot be used
 */
export async function choicesIn({ environment, config, limits }: WebParts): Promise<Choices> {
  const { said } = readOptions([], analyzeOptions, environment);
  const usual = readDeskChoice(said);
  const model = mainModel(usual, config);
  const known = knownInChains(usual, config);
  const priced = Object.keys(readPrices(usual.prices).models);
  return {
    version: packageJson.version,
    analysts: analystNames.map((value) => ({ value, label: titleOf(value) })),
    depths: depths.map((value) => ({ value, label: depthWords[value] })),
    sources: dataChoices.map((value) => ({ value, label: sourceWords[value] })),
    models: [...new Set([model, RULES, ...priced])],
    authors: [RULES, ...authorStyles.map(rulesAuthor)],
    tools: known.tools,
    chains: await exampleChains(),
    usual: {
      model,
      depth: readThoroughness(said).depth,
      source: usual.data,
      notice: usual.data === "demo" ? ALL_SYNTHETIC : null,
    },
    mostRuns: limits.runs,
  };
}
