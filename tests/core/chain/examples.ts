import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { Chain } from "#core/chain/chain.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import type { Told } from "#core/chain/input.ts";
import { outputOf } from "#core/chain/output.ts";
import { chainTimelineOf } from "#core/chain/timeline.ts";
import type { Span } from "#core/span.ts";
import { noUsage } from "#core/usage.ts";
import { chainOf, type SomeAgent, together } from "../../helpers/chain.ts";

export { chainOf, type SomeAgent, together };

/** What an agent has come to; a test states what it is about. */
export function outcome(agent: string, changes: Partial<AgentOutcome> = {}): AgentOutcome {
  return {
    agent,
    state: "done",
    output: `the words of ${agent}`,
    stance: null,
    confidence: null,
    cut: false,
    model: "test",
    gap: null,
    skipped: null,
    startedAt: "2026-11-20T10:00:00.000Z",
    endedAt: "2026-11-20T10:00:01.500Z",
    toolCalls: [],
    notices: [],
    usage: noUsage,
    ...changes,
  };
}

export function failed(agent: string, message = "the model took longer than 60 s"): AgentOutcome {
  return outcome(agent, { state: "failed", output: null, gap: { reason: "timeout", message } });
}

export function skipped(agent: string, why = "first is not bullish."): AgentOutcome {
  return outcome(agent, { state: "skipped", output: null, skipped: why });
}

/** What there is when an agent begins. */
export function told(chain: Chain, outcomes: readonly AgentOutcome[] = []): Told {
  return { chain, input: "a warm dinner", outcomes, asOf: "2026-11-20", data: null };
}

export function agentSpan(name: string, startedAt: number, endedAt: number): Span {
  return { name, kind: "agent", parent: null, startedAt, endedAt, error: null };
}

/** A run of a chain; a test states what it is about. */
export function chainResult(
  chain: Chain,
  outcomes: readonly AgentOutcome[],
  changes: Partial<ChainResult> = {},
): ChainResult {
  return {
    runId: "20261120T100000Z-test-0000",
    chain,
    input: "a warm dinner",
    asOf: "2026-11-20",
    data: null,
    model: "rules",
    attempts: 1,
    keptFrom: null,
    outcomes: [...outcomes],
    output: outputOf(chain, outcomes),
    audit: { figures: 0, sourced: 0, derived: 0, unsourced: 0, items: [] },
    facts: [],
    timeline: chainTimelineOf(chain, []),
    requests: { upstream: 0, cacheHits: 0, coalesced: 0 },
    usage: noUsage,
    ...changes,
  };
}
