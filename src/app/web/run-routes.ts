import { type Context, Hono } from "hono";
import type { HistoryEntry } from "#core/run-history.ts";
import { type RunView, type Started, startRequestSchema } from "./api.ts";
import { eventStreams } from "./event-stream.ts";
import { readJson } from "./read-json.ts";
import { idIn, notNow, notThere } from "./refusals.ts";
import { reportFile } from "./report-file.ts";
import { runView } from "./run-view.ts";
import { workFor } from "./starters.ts";
import type { WebParts } from "./web-parts.ts";

/** Runs: begun, seen, followed, ended, gone on with, and asked once more. */
export function runRoutes(parts: WebParts): Hono {
  const { atWork, starters, store, limits, clean } = parts;
  const follow = eventStreams(parts);

  async function runOf({ req }: Context): Promise<HistoryEntry> {
    const id = idIn(req.param("id") ?? "", "run");
    const run = await store.history.entry(id);
    if (run === null) throw notThere("run", id);
    return run;
  }

  return new Hono()
    .post("/runs", async (context) => {
      const request = await readJson(context, startRequestSchema, limits.body);
      const id = await atWork.start(await workFor(request, starters));
      const started: Started = request.kind === "watchlist" ? { list: id } : { run: id };
      return context.json(started, 202);
    })
    .get("/runs/:id", async (context) => {
      const view: RunView = await runView(await runOf(context), parts);
      return context.json(clean(view));
    })
    .get("/runs/:id/events", async (context) => follow(context, await runOf(context)))
    .get("/runs/:id/:report{report\\.\\w+}", async (context) => {
      const run = await runOf(context);
      const { type, name, text } = await reportFile(run, context.req.param("report"), parts);
      return context.body(clean(text), 200, {
        "content-type": `${type}; charset=utf-8`,
        "content-disposition": `attachment; filename="${name}"`,
      });
    })
    .post("/runs/:id/rerun", async (context) => {
      const { id } = await runOf(context);
      const started: Started = { run: await atWork.start(await starters.rerun(id)) };
      return context.json(started, 202);
    })
    .post("/runs/:id/resume", async (context) => {
      const { id } = await runOf(context);
      const started: Started = { run: await atWork.start(await starters.resume(id)) };
      return context.json(started, 202);
    })
    .post("/runs/:id/stop", async (context) => {
      const { id, list } = await runOf(context);
      if (atWork.stop(id)) return context.body(null, 204);
      throw notNow(
        list !== null && atWork.has(list.id)
          ? `run ${id} is part of list ${list.id}: stop the list.`
          : `run ${id} is not at work on this server, so it cannot be stopped here.`,
      );
    });
}
