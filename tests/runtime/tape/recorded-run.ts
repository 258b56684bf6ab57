import { join } from "node:path";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { MarketData } from "#core/ports.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { Role } from "#core/role.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { createCache } from "#runtime/cache.ts";
import { systemClock } from "#runtime/clock.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { cachedMarketData } from "#runtime/market-data/cached.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createMarketOpener } from "#runtime/market-data/fallback.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { createTape, type Tape } from "#runtime/tape/record.ts";
import type { Replay } from "#runtime/tape/replay.ts";
import { createTools } from "#tools/index.ts";
import { AS_OF, analyse } from "../../helpers/analysis.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

export const REQUEST = { ticker: "AAPL", analysts: ["market"], asOf: AS_OF };

export interface RunParts {
  readonly market?: MarketData;
  readonly model?: (role: Role) => BaseChatModel;
  readonly input?: { ticker?: string; analysts?: string[]; asOf?: string };
  readonly secrets?: readonly string[];
}

/** Ports as a desk would wire them: cache and boundary inside, the tape outside. */
export function recordingPorts(tape: Tape, parts: RunParts = {}): AnalysisPorts {
  const rules = createRulesModel();
  const { model = () => rules } = parts;
  const cache = createCache({ clock: systemClock });
  const source = asOfBoundary(parts.market ?? createDemoMarketData(), systemClock);
  const demo = cachedMarketData(source, cache);
  const { open } = createMarketOpener({
    mode: "demo",
    yahoo: demo,
    demo,
    mayFallBack: true,
    answers: () => 0,
  });
  const tools = tape.tools(createTools(tape.market(demo)));
  return {
    open: tape.open(open),
    tools: () => tools,
    model: (role) => tape.model(model(role)),
    recall: tape.recall(async () => null),
    clock: systemClock,
  };
}

/** A run that was recorded, and where. */
export async function recordedRun(parts: RunParts = {}) {
  const tape = createTape({ model: "test", request: REQUEST, secrets: parts.secrets ?? [] });
  const run = await analyse(recordingPorts(tape, parts), parts.input);
  const path = join(await temporaryFolder(), "run.jsonl");
  await tape.save(path);
  return { ...run, path, tape };
}

/** The recording of a run that ended with an error. */
export async function failedRun(parts: RunParts): Promise<string> {
  const tape = createTape({ model: "test", request: REQUEST, secrets: [] });
  await analyse(recordingPorts(tape, parts)).catch(() => {});
  const path = join(await temporaryFolder(), "run.jsonl");
  await tape.save(path);
  return path;
}

/** Ports over a recording, without a model and without a market. */
export function replayPorts(replay: Replay): AnalysisPorts {
  const tools = replay.tools(createTools(replay.market()));
  return {
    open: replay.open(),
    tools: () => tools,
    model: () => replay.model(),
    recall: replay.recall(),
    clock: systemClock,
  };
}

/** A result without its times. */
export function timeless(result: AnalysisResult): unknown {
  const { timeline: _, ...rest } = result;
  return JSON.parse(JSON.stringify(rest), (key, value: unknown) =>
    key === "startedAt" || key === "endedAt" ? undefined : value,
  );
}
