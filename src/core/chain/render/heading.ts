import { modelWords, sourceWords } from "../../render/byline.ts";
import { inline } from "../../render/inline.ts";
import { answeredWords } from "../answered-words.ts";
import type { ChainResult } from "../chain-result.ts";
import { chainSummaryOf } from "../chain-summary.ts";

/** What has come of the chain, in one line. @example "# Recipe: 3 of 3 agents answered" */
export function heading(result: ChainResult): string {
  return `# ${inline(result.chain.name)}: ${answeredWords(chainSummaryOf(result))}`;
}

/** What it was made with. */
export function subheading({ asOf, data, model }: ChainResult): string {
  return [
    `As of ${asOf}`,
    ...(data === null ? [] : [`data: ${sourceWords(data)}`]),
    `model: ${modelWords(model)}`,
  ].join(" · ");
}

/** What a reader of times and costs must know of a run that was not made anew and in one go. */
export function historyLine({ attempts, keptFrom }: ChainResult): string {
  const kept =
    keptFrom === null
      ? []
      : [
          keptFrom.agents.length === 0
            ? `Nothing of run ${inline(keptFrom.run)} could be kept.`
            : `The outputs of ${keptFrom.agents.join(", ")} are those of run ${inline(keptFrom.run)}, with their times and costs.`,
        ];
  const resumed =
    attempts === 1 ? [] : [`Taken up ${attempts} times: it was cut off, and went on from there.`];
  return [...kept, ...resumed].join(" ");
}
