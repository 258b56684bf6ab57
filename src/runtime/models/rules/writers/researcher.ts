import { type Argument, argumentSchema } from "#core/debate.ts";
import type { Brief } from "../brief-reader.ts";
import type { Evidence } from "../evidence.ts";
import { type FormWriter, formWriter } from "../form-writer.ts";
import type { Side } from "../sides.ts";
import { twoDecimals } from "../wording.ts";
import { concede } from "./researcher/concession.ts";
import { firstConviction } from "./researcher/conviction.ts";
import { openingPoints, writeOpening } from "./researcher/opening.ts";
import { replyTo } from "./researcher/reply.ts";
import { freshPoints, turnOf } from "./researcher/turn.ts";

/** Argues one side of the debate from the reports, and from its second turn on with the other side. */
export function researcher(side: Side): FormWriter {
  return formWriter(argumentSchema, (brief, evidence) => argue(side, brief, evidence), tell);
}

function argue(side: Side, brief: Brief, evidence: Evidence): Argument {
  const turn = turnOf(side, brief, evidence);
  const fresh = freshPoints(turn);
  const last = turn.own.at(-1);
  const made = last === undefined ? openingPoints(fresh) : [];
  const opening = last === undefined ? writeOpening(turn, made) : [];
  const before = last?.conviction ?? firstConviction(turn);
  const left = fresh.filter((point) => !made.includes(point));
  const reply = turn.round === 1 ? null : replyTo(turn, left, before);
  return {
    argument: [...opening, ...(reply?.sentences ?? [])].join(" "),
    concession: concede(turn),
    conviction: reply?.conviction ?? before,
  };
}

function tell({ argument, concession, conviction }: Argument): string[] {
  return [
    argument,
    ...(concession === null ? [] : [`**The other side's strongest point.** ${concession}`]),
    `**Conviction** ${twoDecimals(conviction)}.`,
  ];
}
