import { join } from "node:path";
import { lazily } from "#core/lazily.ts";
import { projectRoot } from "./project-root.ts";

/** What a page runs and wears, as texts that can stand in it. */
export interface ClientBundle {
  readonly script: string;
  readonly style: string;
  /** The rules that the chart adds by itself for its attribution, character for character. */
  readonly chartStyle: string;
}

/** The chart's own rules, as they stand in its code. */
const CHART_STYLE = /"(a#tv-attr-logo\{[^"]*\})"/;

/** The client, bundled when it is first asked for and once a process. */
export const clientBundle = lazily(bundled);

async function bundled(): Promise<ClientBundle> {
  const { build } = await import("esbuild");
  const folder = join("src", "app", "page", "client");
  const { outputFiles } = await build({
    absWorkingDir: projectRoot(),
    entryPoints: { page: join(folder, "main.ts"), look: join(folder, "styles", "page.css") },
    outdir: "out",
    write: false,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: ["chrome111", "firefox113", "safari16.4"],
    charset: "utf8",
    legalComments: "eof",
    logLevel: "silent",
  });
  const textOf = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? "";
  const script = textOf("page.js");
  return {
    script,
    style: textOf("look.css"),
    chartStyle: CHART_STYLE.exec(script)?.[1] ?? "",
  };
}
