import type { Plan } from "../debate.ts";
import { figure } from "../figure.ts";
import { printable } from "../render/printable.ts";
import type { Passage } from "./audit.ts";
import type { Said } from "./desk-facts.ts";

/**
 * Every text of a run that holds figures, with the name that the audit calls it by: printable, as it is
 * shown, so that places in it are the same in both.
 */
export function passagesOf(said: Said): Passage[] {
  return textsOf(said).map(({ where, text }) => ({ where, text: printable(text) }));
}

function textsOf({ reports, debate, plan, reviews, decision, samples }: Said): Passage[] {
  return [
    ...reports.map(({ analyst, text }) => ({ where: analyst, text })),
    ...debate.flatMap(({ speaker, round, argument, concession }) => [
      { where: `${speaker}.${round}`, text: argument },
      ...(concession === null
        ? []
        : [{ where: `${speaker}.${round}.concession`, text: concession }]),
    ]),
    ...(plan === null
      ? []
      : [
          { where: "trader", text: plan.reasoning },
          ...levelPassages("trader.levels", plan.levels),
        ]),
    ...reviews.map(({ speaker, round, argument }) => ({
      where: `${speaker}.${round}`,
      text: argument,
    })),
    ...(decision === null
      ? []
      : [
          { where: "decision.thesis", text: decision.thesis },
          ...decision.risks.map((text, index) => ({ where: `decision.risks.${index}`, text })),
          ...levelPassages("decision.levels", decision.levels),
        ]),
    ...(samples?.minority ?? []).map(({ thesis }, index) => ({
      where: `samples.${index}`,
      text: thesis,
    })),
  ];
}

/** A level as it is shown; one that is not set is no figure. */
function levelPassages(where: string, { currency, ...levels }: Plan["levels"]): Passage[] {
  return Object.entries(levels).flatMap(([name, value]) =>
    value === null
      ? []
      : [{ where: `${where}.${name}`, text: figure(value, "currency", currency) }],
  );
}
