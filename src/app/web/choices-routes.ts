import { Hono } from "hono";
import type { WebParts } from "./web-parts.ts";

/** What may be asked. */
export function choicesRoutes(parts: WebParts): Hono {
  return new Hono().get("/choices", async (context) => {
    // With it come the tools, which nobody waits for who only looks at a run.
    const { choicesIn } = await import("./choices.ts");
    return context.json(parts.clean(await choicesIn(parts)));
  });
}
