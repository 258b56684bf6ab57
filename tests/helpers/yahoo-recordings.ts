import { existsSync, readFileSync } from "node:fs";
import { symbolOf, type YahooReply, type YahooRoute } from "./yahoo-stub.ts";

const folder = new URL("../../../shared/data/yahoo/", import.meta.url);

/** Whether the recorded responses of Yahoo, which are no part of the project, are there. */
export const recordingsExist = existsSync(new URL("index.json", folder));

interface Recording {
  readonly file: string;
  readonly module: string;
  readonly symbol: string;
  readonly fake: boolean;
  readonly url: string;
}

const modules: Partial<Record<YahooRoute, string>> = {
  chart: "chart",
  quote: "quote",
  summary: "quoteSummary",
  timeseries: "fundamentalsTimeSeries",
  search: "search",
};

/** The longest recorded response that a request could have had; null where there is none. */
export function recordedAnswer(route: YahooRoute, url: URL): YahooReply | null {
  const index: Recording[] = JSON.parse(readFileSync(new URL("index.json", folder), "utf8"));
  const symbol = symbolOf(route, url);
  const replies = index
    .filter((recording) => recording.module === modules[route] && !recording.fake)
    .filter((recording) => recording.symbol === symbol && couldAnswer(recording, url))
    .map(({ file }) => JSON.parse(readFileSync(new URL(file, folder), "utf8")).response)
    .filter(({ bodyJson }) => bodyJson !== undefined)
    .sort((a, b) => JSON.stringify(b.bodyJson).length - JSON.stringify(a.bodyJson).length);
  const [longest] = replies;
  return longest === undefined ? null : { status: longest.status, body: longest.bodyJson };
}

/** The same interval of bars, or all lines that are asked for of the period that the first is of. */
function couldAnswer(recording: Recording, asked: URL): boolean {
  const recorded = new URL(recording.url).searchParams;
  const [first = "", ...rest] = asked.searchParams.get("type")?.split(",") ?? [];
  const period = /^[a-z]*/.exec(first)?.[0] ?? "";
  const types = [first, ...rest].filter((type) => type !== "" && type.startsWith(period));
  const recordedTypes = new Set(recorded.get("type")?.split(","));
  return (
    recorded.get("interval") === asked.searchParams.get("interval") &&
    types.every((type) => recordedTypes.has(type))
  );
}
