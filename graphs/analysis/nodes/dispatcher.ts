import { Command, type LangGraphRunnableConfig, Send } from "@langchain/langgraph";
import { type AnalystName, analystNode } from "#core/analyst.ts";
import { dayOf, parseAsOf } from "#core/day.ts";
import type { Access } from "#core/ports.ts";
import type { AnalysisRequest } from "#core/request.ts";
import { parseTicker } from "#core/ticker.ts";
import { addRequests, noRequests } from "#core/tool-result.ts";
import { withDeadline } from "../../deadline.ts";
import { type Emit, spanned, unwrap } from "../../span.ts";
import type { AnalysisPorts } from "../ports.ts";
import type { AnalysisStateValue, AnalysisUpdate, AnalystTask, inputFields } from "../state.ts";

/**
 * Checks the request, opens the market for its symbol, and sends every selected analyst its task,
 * all in one command. Throws where there is nothing to analyse: no branch has started by then.
 */
export function createDispatcher(ports: AnalysisPorts) {
  return async (
    state: Pick<AnalysisStateValue, keyof typeof inputFields>,
    config: LangGraphRunnableConfig,
  ): Promise<Command<unknown, AnalysisUpdate>> => {
    const emit: Emit = (event) => config.writer?.(event);
    let requests = noRequests;
    const onAccess = (access: Access) => {
      requests = addRequests(requests, { ...noRequests, [access]: 1 });
    };
    const outcome = await spanned(
      ports.clock,
      emit,
      { name: "dispatcher", kind: "dispatcher", parent: null },
      async () => {
        const request = requestOf(state, ports.clock.now());
        const { symbol, asOf } = request;
        const { signal } = withDeadline(config, ports.deadline);
        const data = await ports.open({ symbol, asOf }, { ...(signal && { signal }), onAccess });
        if (data.notice !== null) {
          emit({ type: "notice", text: data.notice, at: ports.clock.now() });
        }
        return { request, data };
      },
    );
    const task = unwrap(outcome);
    const keptOf = (name: AnalystName) =>
      ports.kept?.find(({ report }) => report?.analyst === name) ?? null;
    return new Command({
      update: { ...task, requests, spans: [outcome.span] },
      goto: task.request.analysts.map((name) => {
        const sent: AnalystTask = { ...task, kept: keptOf(name) };
        return new Send(analystNode(name), sent);
      }),
    });
  };
}

function requestOf(
  { ticker, analysts, asOf, ...how }: Pick<AnalysisStateValue, keyof typeof inputFields>,
  now: number,
): AnalysisRequest {
  const today = dayOf(now);
  const { depth, debateRounds, riskRounds, samples } = how;
  return {
    // A graph's input schema does not hold that a required field is there.
    symbol: parseTicker(ticker ?? ""),
    analysts: [...new Set(analysts)],
    asOf: asOf === null ? today : parseAsOf(asOf, today),
    depth,
    debateRounds,
    riskRounds,
    samples,
  };
}
