import type { AuditedFigure } from "#core/audit/audit.ts";
import { auditFigures } from "#core/audit/audit-figures.ts";
import type { Sample } from "./mutations.ts";

/** How an audit did on samples of which it is known which are true. */
export interface Outcome {
  /** Mutated figures that were marked, of all mutated ones. */
  readonly recall: number;
  /** Marked figures that were mutated, of all marked ones. */
  readonly precision: number;
  /** The counts, and a line for every sample that was judged wrongly. */
  readonly report: string;
}

/** Audits each sample by itself and compares. */
export function evaluate(samples: readonly Sample[]): Outcome {
  const judged = samples.map((sample) => ({ sample, item: auditOf(sample) }));
  const marked = judged.filter(({ item }) => item?.status === "unsourced");
  const mutated = judged.filter(({ sample }) => sample.mutation !== null);
  const caught = marked.filter(({ sample }) => sample.mutation !== null);
  const wrong = judged.filter(
    ({ sample, item }) => (sample.mutation !== null) !== (item?.status === "unsourced"),
  );
  const [recall, precision] = [
    caught.length / mutated.length,
    marked.length === 0 ? 1 : caught.length / marked.length,
  ];
  const report = [
    `recall ${recall.toFixed(4)} of ${mutated.length}, precision ${precision.toFixed(4)} of ${marked.length}; true ${judged.length - mutated.length}`,
    `caught ${caught.length}, missed ${mutated.length - caught.length}, marked though true ${marked.length - caught.length}`,
    ...wrong.map(({ sample, item }) => line(sample, item)),
  ].join("\n");
  return { recall, precision, report };
}

function auditOf({ text, from, to, desk }: Sample): AuditedFigure | undefined {
  const { items } = auditFigures([{ where: "decision.thesis", text }], desk.facts);
  return items.find(({ at, figure }) => at < to && at + figure.length > from);
}

function line({ kind, mutation, text, from, to, desk }: Sample, item?: AuditedFigure): string {
  const found =
    item === undefined
      ? "no figure found"
      : `${item.status} ${item.derivation ?? item.factId ?? item.nearest} ${item.problem ?? ""}`;
  const shown = `${text.slice(0, from)}[[${text.slice(from, to)}]]${text.slice(to)}`;
  return `${mutation ?? "TRUE"} | ${kind} | ${desk.symbol} | ${shown.replaceAll("\n", " / ")} | ${found}`;
}
