import type { DecisionMemory } from "#core/ports.ts";
import { dayMade } from "#core/review/hindsight.ts";
import { type KeptDecision, keptDecisionSchema } from "#core/review/kept-decision.ts";
import type { Database } from "./database.ts";
import type { Resilience } from "./resilient.ts";

export interface DecisionTableOptions {
  readonly database: Pick<Database, "db">;
  readonly resilience: Resilience;
}

/**
 * Decisions in the table `decisions`, one a run, where every process finds them. Of those that cannot be
 * read, the ones are counted that were asked for.
 */
export function createDecisionTable({
  database: { db },
  resilience,
}: DecisionTableOptions): DecisionMemory {
  return {
    async keep(decision) {
      const { runId, symbol, asOf, source, model } = decision;
      const row = {
        run_id: runId,
        symbol,
        as_of: asOf,
        made_on: dayMade(decision),
        source,
        model,
        decision: JSON.stringify(keptDecisionSchema.parse(decision)),
      };
      await resilience(`keep the decision of run ${runId}`, () =>
        db
          .insertInto("decisions")
          .values(row)
          .onConflict((same) => same.column("run_id").doNothing())
          .execute(),
      );
    },
    async recall({ asOf, source, model, symbols }) {
      if (symbols?.length === 0) return { decisions: [], passedOver: 0 };
      let asked = db
        .selectFrom("decisions")
        .select("decision")
        .where("as_of", "<=", asOf)
        .where("made_on", "<=", asOf)
        .orderBy("place");
      if (source !== undefined) asked = asked.where("source", "=", source);
      if (model !== undefined) asked = asked.where("model", "=", model);
      if (symbols !== undefined) asked = asked.where("symbol", "in", [...symbols]);
      const rows = await resilience("recall decisions", () => asked.execute());
      const decisions = rows.map(decisionOf).filter((decision) => decision !== null);
      return { decisions, passedOver: rows.length - decisions.length };
    },
  };
}

/** null for one that a later program has kept in another form. */
function decisionOf({ decision }: { readonly decision: string }): KeptDecision | null {
  return keptDecisionSchema.safeParse(JSON.parse(decision)).data ?? null;
}
