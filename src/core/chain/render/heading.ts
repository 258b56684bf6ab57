import { modelWords, sourceWords } from "../../render/byline.ts";
import { counted } from "../../render/counted.ts";
import { inline } from "../../render/inline.ts";
import type { ChainResult } from "../chain-result.ts";

/** What has come of the chain, in one line. @example "# Recipe: 3 of 3 agents answered" */
export function heading({ chain, outcomes }: ChainResult): string {
  const count = (wanted: string) => outcomes.filter(({ state }) => state === wanted).length;
  const asked = counted(count("done") + count("failed"), "agent", "agents");
  const skipped = count("skipped") === 0 ? "" : `, ${count("skipped")} skipped`;
  return `# ${inline(chain.name)}: ${count("done")} of ${asked} answered${skipped}`;
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
          `The outputs of ${keptFrom.agents.join(", ") || "nobody"} are those of run ${inline(keptFrom.run)}, with their times and costs.`,
        ];
  const resumed =
    attempts === 1 ? [] : [`Taken up ${attempts} times: it was cut off, and went on from there.`];
  return [...kept, ...resumed].join(" ");
}
