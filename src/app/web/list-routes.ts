import { Hono } from "hono";
import type { ListView } from "./api.ts";
import { entryOf } from "./entry-of.ts";
import { idIn, notNow, notThere } from "./refusals.ts";
import type { WebParts } from "./web-parts.ts";

/** Watchlists: seen, and ended. */
export function listRoutes({ atWork, store, clean }: WebParts): Hono {
  return new Hono()
    .get("/lists/:id", async (context) => {
      const id = idIn(context.req.param("id"), "list");
      const runs = await store.runs.runs({ list: id, onUnreadable: () => {} });
      if (runs.length === 0) throw notThere("list", id);
      const view: ListView = { id, here: atWork.has(id), runs: runs.map(entryOf) };
      return context.json(clean(view));
    })
    .post("/lists/:id/stop", (context) => {
      const id = idIn(context.req.param("id"), "list");
      if (atWork.stop(id)) return context.body(null, 204);
      throw notNow(`list ${id} is not at work on this server, so it cannot be stopped here.`);
    });
}
