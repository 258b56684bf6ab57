import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { answerErrors } from "./answer-errors.ts";
import { chainRoutes } from "./chain-routes.ts";
import { choicesRoutes } from "./choices-routes.ts";
import { hostGuard, originGuard } from "./guard.ts";
import { safeHeaders } from "./headers.ts";
import { historyRoutes } from "./history-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { smallJson } from "./read-json.ts";
import { runRoutes } from "./run-routes.ts";
import type { WebParts } from "./web-parts.ts";

/** The page's server, without a port: what it answers, and what it refuses. */
export function createWebApp(parts: WebParts): Hono {
  const { port, page, limits, clean, tell } = parts;
  const app = new Hono();
  app.onError(answerErrors(clean, tell));
  app.use(safeHeaders(async () => (await page.bundle()).chartStyle));
  app.use(hostGuard(port));
  app.use("/api/*", originGuard(port));
  app.post("/api/*", smallJson(limits.body));
  for (const routes of [runRoutes, historyRoutes, listRoutes, chainRoutes, choicesRoutes]) {
    app.route("/api", routes(parts));
  }
  app.all("/api/*", ({ req }) => {
    throw new HTTPException(404, { message: `There is no ${req.method} ${req.path} here.` });
  });
  app.route("/", pageRoutes(page));
  // The page says so itself, in its own clothes.
  app.notFound(async (context) => context.html(await page.shell(), 404));
  return app;
}
