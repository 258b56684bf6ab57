import type { Day } from "#core/day.ts";
import { distinctFacts, type Fact } from "#core/fact.ts";
import { lazily } from "#core/lazily.ts";
import type { MarketData } from "#core/ports.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { ask } from "../../../helpers/fact-tools.ts";
import { NOW, openYahooOverStub } from "../../../helpers/yahoo-market.ts";
import { recordedAnswer, recordingsExist } from "../../../helpers/yahoo-recordings.ts";
import { everyCall } from "../../../tools/every-call.ts";
import { planFacts } from "./plan-facts.ts";

/** All facts of one symbol, by path. */
export interface Desk {
  readonly symbol: string;
  readonly facts: readonly Fact[];
  readonly at: (path: string) => Fact | null;
}

const DEMO = [
  "AAPL",
  "MSFT",
  "BP.L",
  "7203.T",
  "SAP.DE",
  "SPY",
  "BTC-USD",
  "^GSPC",
  "^TNX",
  "EURUSD=X",
  "GC=F",
];
const DEMO_DAY = "2026-11-20";
const RECORDED = ["AAPL", "QQQ"];

/**
 * Desks of every kind of instrument over the demo market, and over recorded data where there is any: one
 * set for all tests of a process.
 */
export const openDesks = lazily(opened);

async function opened(): Promise<readonly Desk[]> {
  const demo = createDemoMarketData();
  const desks = await Promise.all(DEMO.map((symbol) => openDesk(demo, symbol, DEMO_DAY)));
  if (!recordingsExist) return desks;
  const recorded = await openYahooOverStub({ answer: recordedAnswer });
  const day = new Date(NOW).toISOString().slice(0, 10);
  const real = await Promise.all(RECORDED.map((symbol) => openDesk(recorded.market, symbol, day)));
  await recorded.close();
  return [...desks, ...real.filter(({ facts }) => facts.length > 0)];
}

async function openDesk(market: MarketData, symbol: string, day: Day): Promise<Desk> {
  const answers = await Promise.all(
    everyCall.map(([tool, args]) =>
      ask(market, tool, { symbol, ...args }, day).then(
        ({ facts }) => facts,
        () => [],
      ),
    ),
  );
  const told = distinctFacts(answers.flat());
  const facts = [...told, ...planFacts(told)];
  const byPath = new Map(facts.map((fact) => [fact.path, fact]));
  return { symbol, facts, at: (path) => byPath.get(path) ?? null };
}
