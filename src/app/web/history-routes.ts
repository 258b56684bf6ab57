import { Hono } from "hono";
import { renderRunDiff } from "#core/render/run-diff.ts";
import { diffRuns } from "#core/run-diff/run-diff.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { type Comparison, historyQuerySchema } from "./api.ts";
import { historyPage } from "./history-page.ts";
import { readQuery } from "./read-json.ts";
import { idIn, notNow, notThere } from "./refusals.ts";
import type { WebParts } from "./web-parts.ts";

/** What was run before, and two of them beside each other. */
export function historyRoutes({ store, clock, clean }: WebParts): Hono {
  async function analysisOf(text: string | undefined) {
    const id = idIn(text ?? "", "run");
    const entry = await store.history.entry(id);
    if (entry === null) throw notThere("run", id);
    if (entry.kind !== "analysis") throw notAnalyses(entry);
    const run = await store.runs.read(id);
    if (run === null) throw notThere("run", id);
    return { entry, run };
  }

  return new Hono()
    .get("/history", async (context) => {
      const query = readQuery(context, historyQuerySchema);
      return context.json(clean(await historyPage(query, store.history)));
    })
    .get("/compare", async (context) => {
      const { a: first, b: second } = context.req.query();
      const [a, b] = await Promise.all([analysisOf(first), analysisOf(second)]);
      const markdown = renderRunDiff(diffRuns({ a: a.run, b: b.run }, clock.now()));
      const comparison: Comparison = { a: a.entry, b: b.entry, markdown };
      return context.json(clean(comparison));
    });
}

function notAnalyses({ id, kind }: HistoryEntry) {
  return notNow(`Two analyses can be compared, and run ${id} is a ${kind}.`);
}
