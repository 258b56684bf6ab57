import { Hono } from "hono";
import { appFiles } from "../page/app-document.ts";
import type { PageFiles } from "./web-parts.ts";

/** Every address of the page gives the same document, whose script reads the address. */
const PAGES = ["/", "/runs/:id", "/lists/:id", "/compare/:a/:b", "/new/:kind"];

/** The page, its script and its styles. */
export function pageRoutes({ shell, bundle }: PageFiles): Hono {
  const routes = new Hono();
  for (const path of PAGES) routes.get(path, async (context) => context.html(await shell()));
  routes.get(appFiles.script, async (context) => {
    const { script } = await bundle();
    return context.body(script, 200, { "content-type": "text/javascript; charset=utf-8" });
  });
  routes.get(appFiles.style, async (context) => {
    const { style } = await bundle();
    return context.body(style, 200, { "content-type": "text/css; charset=utf-8" });
  });
  return routes;
}
