import { DeskError, quoted } from "#core/errors.ts";
import { oneLine } from "#core/render/one-line.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { requireFilePlace, writeWhole } from "#runtime/write-whole.ts";
import { anyRuns } from "../../any-runs.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { findRun, noRunKept } from "../../find-run.ts";
import { keptRun } from "../../kept-run.ts";
import type { Options } from "../../options.ts";
import { oneOf, type Said, switchOf, textOf } from "../../said.ts";
import { writeOut } from "../../terminal/write-out.ts";
import { exported, exportFormats } from "./export-format.ts";
import { type KeptRuns, withKeptRuns } from "./kept-runs.ts";
import { readArguments, type Subcommand } from "./subcommand.ts";

const options: Options = {
  list: {
    type: "string",
    value: "ID",
    env: null,
    help: "the runs of this watchlist, in its order",
  },
  all: { type: "boolean", value: null, env: null, help: "all runs, the newest first" },
  format: {
    type: "string",
    value: exportFormats.join("|"),
    env: null,
    help: "all that is kept as JSON (default) or JSON lines, a row a run, the report, or one run's page",
  },
  out: {
    type: "string",
    value: "FILE",
    env: null,
    help: "write it there instead of on stdout; what is there is replaced once all is written",
  },
};

export const exportRuns: Subcommand = {
  takes: "RUN | --list ID | --all [options]",
  does: "writes one or many out, with their results",
  options,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const { logsDir, ...config } = readConfig(env);
    const { said, positionals } = readArguments(argv, options, env);
    const wanted = wantedIn(said, positionals);
    const format = said.format === undefined ? "json" : oneOf(said.format, "format", exportFormats);
    if (format === "html" && wanted.kind !== "run") throw manyPages();
    const out = textOf(said.out);
    if (out !== null) await requireFilePlace(out);
    let withoutResult = 0;
    await withKeptRuns({ logsDir, ...config }, clock, async (kept) => {
      const entries = await entriesOf(wanted, kept);
      async function* runs(): AsyncGenerator<AnyKeptRun> {
        for (const entry of entries) {
          signal.throwIfAborted();
          const run = await keptRun(kept, entry);
          // One that has been pruned in the meantime is not there any more.
          if (run === null) continue;
          if (run.result === null) withoutResult += 1;
          yield run;
        }
      }
      const single = wanted.kind === "run";
      const page = async (id: string) => {
        const { pageOfRun } = await import("../../page/page-of-run.ts");
        const shown = await pageOfRun(kept, { logsDir, ...config }, clock, id);
        if (shown === null) return null;
        const { runDocument } = await import("../../page/run-document.ts");
        return runDocument(shown);
      };
      const pieces = exported(runs(), format, { single, logsDir, now: clock.now(), page });
      if (out !== null) return writeWhole(out, pieces);
      for await (const piece of pieces) {
        if (!(await writeOut(terminal.stdout, piece, signal))) return;
      }
    });
    return format === "md" && withoutResult > 0 ? exitCodes.partial : exitCodes.ok;
  },
};

function manyPages(): DeskError {
  return new DeskError(
    "usage",
    "a page is of one run: name it. Example: trading-graph runs export latest --format html --out run.html",
  );
}

type Wanted =
  | { readonly kind: "run"; readonly text: string }
  | { readonly kind: "list"; readonly id: string }
  | { readonly kind: "all" };

function wantedIn(said: Said, positionals: readonly string[]): Wanted {
  const list = textOf(said.list);
  const wanted: Wanted[] = [
    ...positionals.map((text) => ({ kind: "run", text }) as const),
    ...(list === null ? [] : [{ kind: "list", id: list } as const]),
    ...(switchOf(said.all) ? [{ kind: "all" } as const] : []),
  ];
  const [only, ...more] = wanted;
  if (only !== undefined && more.length === 0) return only;
  throw new DeskError(
    "usage",
    `export takes one of RUN, --list ID and --all, ${wanted.length} given. Example: trading-graph runs export latest --format md`,
  );
}

async function entriesOf(
  wanted: Wanted,
  kept: KeptRuns,
): Promise<readonly Pick<AnyKeptRun, "id" | "kind">[]> {
  if (wanted.kind === "run") return [await findRun(kept, wanted.text)];
  const found = await anyRuns(kept, wanted.kind === "list" ? { list: wanted.id } : {});
  if (found.length > 0) return found;
  if (wanted.kind === "all") throw noRunKept();
  const latest = await kept.runs.latestList();
  const others = latest === null ? "No list is kept" : `The newest is ${oneLine(latest)}`;
  throw new DeskError("usage", `list ${quoted(wanted.id)} is not known. ${others}.`);
}
