import { counted } from "#core/render/counted.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { oneLine } from "#core/render/one-line.ts";
import { printable } from "#core/render/printable.ts";
import { renderRunList } from "#core/render/run-list.ts";
import { runKinds } from "#core/run-kind.ts";
import type { AnyRunRecord } from "#core/run-record.ts";
import { shownState, shownStates } from "#core/shown-state.ts";
import { parseTicker } from "#core/ticker.ts";
import { anyRuns } from "../../any-runs.ts";
import { readConfig } from "../../config.ts";
import { exitCodes } from "../../exit-codes.ts";
import { MAKE_A_RUN } from "../../find-run.ts";
import type { Options } from "../../options.ts";
import { numberOf, oneOf, type Said, switchOf, textOf } from "../../said.ts";
import { type KeptRuns, withKeptRuns } from "./kept-runs.ts";
import { recordedStates, statesIn } from "./states-in.ts";
import { argumentsIn, jsonOption, readArguments, type Subcommand } from "./subcommand.ts";

const USUAL_COUNT = 20;
const MOST = 1_000_000;

const options: Options = {
  kind: {
    type: "string",
    value: runKinds.join("|"),
    env: null,
    help: "only runs of this kind",
  },
  symbol: { type: "string", value: "TICKER", env: null, help: "only runs on it" },
  search: {
    type: "string",
    value: "TEXT",
    env: null,
    help: "only runs in whose id, symbol or chain's name it stands",
  },
  state: {
    type: "string",
    value: "STATE,...",
    env: null,
    help: `only runs in one of these states: ${shownStates.join(", ")}`,
  },
  list: {
    type: "string",
    value: "ID",
    env: null,
    help: "only the runs of this watchlist, in its order",
  },
  last: {
    type: "string",
    value: "COUNT",
    env: null,
    help: `how many; default ${USUAL_COUNT}, of a watchlist all`,
  },
  ...jsonOption,
};

export const list: Subcommand = {
  takes: "[options]",
  does: "lists runs, the newest first; runs alone does the same",
  options,
  async run({ argv, environment, terminal, clock }) {
    const env = environment();
    const { said, positionals } = readArguments(argv, options, env);
    argumentsIn(positionals, 0, "list --symbol AAPL");
    const find = finderOf(said);
    const now = clock.now();
    const unreadable: string[] = [];
    const onUnreadable = (id: string) => unreadable.push(id);
    const { found, any } = await withKeptRuns(readConfig(env), clock, async (runs) => ({
      found: await find(runs, now, onUnreadable),
      any: (await runs.history.entries({ limit: 1 })).length > 0,
    }));
    if (unreadable.length > 0) terminal.stderr.write(`${printable(unreadableWords(unreadable))}\n`);
    terminal.stdout.write(
      switchOf(said.json)
        ? `${inertJson(found.map((run) => ({ ...run, shown: shownState(run, now) })))}\n`
        : found.length > 0
          ? renderRunList(found, now)
          : printable(
              `${any ? "No kept run is of what was asked." : `No run is kept. ${MAKE_A_RUN}`}\n`,
            ),
    );
    return exitCodes.ok;
  },
};

const NAMED = 5;

function unreadableWords(ids: readonly string[]): string {
  const names = ids.slice(0, NAMED).map(oneLine).join(", ");
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
  return `${counted(ids.length, "run", "runs")} cannot be read, made by another version of this program: ${names}${more}. Remove what is of no use any more: trading-graph runs prune --unreadable.`;
}

/** How the runs that are asked for are found. */
function finderOf(
  said: Said,
): (
  runs: KeptRuns,
  now: number,
  onUnreadable: (id: string) => void,
) => Promise<readonly AnyRunRecord[]> {
  const symbol = said.symbol === undefined ? null : parseTicker(String(said.symbol.value));
  const states = said.state === undefined ? shownStates : statesIn(said.state, shownStates);
  const list = textOf(said.list);
  const search = textOf(said.search);
  const kinds = said.kind === undefined ? runKinds : [oneOf(said.kind, "kind", runKinds)];
  const last =
    numberOf(said.last, { least: 1, most: MOST, whole: true }) ??
    (list === null ? USUAL_COUNT : MOST);
  return async (runs, now, onUnreadable) => {
    const query = {
      onUnreadable,
      ...(search !== null && { search }),
      ...(symbol !== null && { symbol }),
      ...(said.state !== undefined && { states: recordedStates(states) }),
      ...(list !== null && { list }),
      // Which of the recorded states are shown as they are, only the time tells.
      ...(list === null && said.state === undefined && { limit: last }),
    };
    const found = await anyRuns(runs, query, kinds);
    const wanted = found.filter((run) => states.includes(shownState(run, now)));
    return list === null ? wanted.slice(0, last) : wanted.slice(-last);
  };
}
