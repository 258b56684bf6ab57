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

/** The pages of strategies, bundled when they are first asked for and once a process. */
export const strategiesBundle = lazily(() =>
  bundled({ script: join("strategies", "main.ts"), style: join("styles", "page.css") }),
);

/** The report of a run as a file of its own, likewise. */
export const reportBundle = lazily(() =>
  bundled({ script: join("report", "main.tsx"), style: join("styles", "run-document.css") }),
);

/** The live page, likewise. */
export const appBundle = lazily(() =>
  bundled({ script: join("app", "main.tsx"), style: join("app", "styles", "app.css") }),
);

/** @param entry files of the client's folder */
async function bundled(entry: { script: string; style: string }): Promise<ClientBundle> {
  const { build } = await import("esbuild");
  const folder = join("src", "app", "page", "client");
  const { outputFiles } = await build({
    absWorkingDir: projectRoot(),
    entryPoints: { page: join(folder, entry.script), look: join(folder, entry.style) },
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
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const textOf = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? "";
  // In a text or a pattern it is the same; in a page it would open a comment.
  const script = textOf("page.js").replaceAll("<!--", "\\x3c!--");
  return {
    script,
    style: textOf("look.css"),
    chartStyle: CHART_STYLE.exec(script)?.[1] ?? "",
  };
}
