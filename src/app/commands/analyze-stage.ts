import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import { createTape, type Tape } from "#runtime/tape/record.ts";
import { readTape } from "#runtime/tape/replay.ts";
import { type Config, secretsOf } from "../config.ts";
import { type Desk, openDesk, replayDesk, type SourcedDesk } from "../desk.ts";
import { estimatingDesk } from "../dry-run.ts";
import { describeModels, RULES } from "../model-choice.ts";
import { mainModel } from "../models.ts";
import { readPrices } from "../price-list.ts";
import { openRunDesk } from "../run-desk.ts";
import type { AnalyzeRequest } from "./analyze-request.ts";

/** The desk that a request runs on, live, estimating, recording or replaying. */
export interface Stage {
  readonly desk: Desk;
  /** Today's clock, or the one of the recorded day. */
  readonly clock: Clock;
  /** Whatever else ends the run. */
  readonly signals: readonly AbortSignal[];
  /** Writes the recording, if there is one. */
  save(): Promise<void>;
}

/** One that asks the sources themselves. */
interface LiveStage extends Stage {
  readonly desk: SourcedDesk;
}

/** @throws DeskError as the desk does */
export async function liveStage(
  request: AnalyzeRequest,
  config: Config,
  clock: Clock,
  store: Store,
  runId: string,
): Promise<LiveStage> {
  let tape: Tape | undefined;
  const desk = await openRunDesk(request, config, clock, store, runId, {
    startTape(model) {
      if (request.record === null) return undefined;
      tape = createTape({ model, request: questionOf(request), secrets: secretsOf(config) });
      return tape;
    },
  });
  return {
    desk,
    clock,
    signals: [],
    async save() {
      if (request.record !== null) await tape?.save(request.record);
    },
  };
}

/**
 * The desk of a request of which no run is recorded: an estimate, or a recording that is replayed.
 *
 * @throws DeskError as the desk does, and `usage` when a recording does not fit the request
 */
export async function rehearsalStage(
  request: AnalyzeRequest,
  config: Config,
  clock: Clock,
): Promise<Stage> {
  if (request.replay !== null) return replayStage(request, request.replay, clock);
  return { ...nothingElse, desk: await dryDesk(request, config, clock), clock };
}
const nothingElse: Pick<Stage, "signals" | "save"> = { signals: [], save: async () => {} };

/** What decides a run's result beside models and data. */
function questionOf(request: AnalyzeRequest) {
  const { ticker, analysts, asOf, depth, debateRounds, riskRounds, samples } = request;
  return { ticker, analysts: [...analysts], asOf, depth, debateRounds, riskRounds, samples };
}

async function replayStage(request: AnalyzeRequest, path: string, now: Clock): Promise<Stage> {
  const replay = await readTape(path);
  replay.requireSame(questionOf(request));
  const clock = replay.clock(now);
  return { ...nothingElse, desk: replayDesk(replay, clock), clock, signals: [replay.signal] };
}

async function dryDesk(request: AnalyzeRequest, config: Config, clock: Clock): Promise<Desk> {
  const desk = await openDesk(
    { ...request, model: RULES, modelFor: {}, fallbacks: [] },
    config,
    clock,
  );
  const main = mainModel(request, config);
  const nameFor = (role: keyof typeof request.modelFor) => request.modelFor[role] ?? main;
  return {
    ...estimatingDesk(desk, nameFor, readPrices(request.prices)),
    model: describeModels(main, request),
  };
}
