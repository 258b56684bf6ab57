import type { AgentOutcome } from "#core/chain/agent-outcome.ts";
import type { Chain } from "#core/chain/chain.ts";
import type { ChainResult } from "#core/chain/chain-result.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import { Badge } from "./badge.tsx";
import { SaidText } from "./said-text.tsx";
import { Spoken } from "./spoken.tsx";

interface GroupProps {
  readonly group: PlannedGroup;
  readonly chain: Chain;
  readonly outcomes: readonly AgentOutcome[];
  /** How long a parallel group took; null for an agent alone. */
  readonly time: ChainResult["timeline"]["groups"][number] | null;
}

/** Agents that came to work together, or one alone. */
export function ChainGroup({ group, chain, outcomes, time }: GroupProps) {
  const cards = outcomes.map((outcome) => (
    <AgentCard
      key={outcome.agent}
      outcome={outcome}
      how={chain.agents.find(({ name }) => name === outcome.agent)?.connect ?? "direct"}
    />
  ));
  if (group.how !== "parallel") return <div class="chain-alone">{cards}</div>;
  return (
    <section class="chain-group" aria-label={`Parallel group ${group.name}`}>
      <p class="chain-group-head">
        <span class="badge together">in parallel</span> {group.name}
        {time === null ? null : (
          <span class="quiet">
            {" "}
            {counted(time.agents.length, "agent", "agents")} in {duration(time.ms)}; the slowest
            took {duration(time.slowestMs)}, one after another {duration(time.workMs)}
          </span>
        )}
      </p>
      <div class="chain-columns">{cards}</div>
    </section>
  );
}

function AgentCard({ outcome, how }: { readonly outcome: AgentOutcome; readonly how: string }) {
  const { agent, state, output, stance, confidence, cut, gap, skipped, notices, toolCalls } =
    outcome;
  if (state === "skipped") {
    return (
      <article class="said skipped">
        <header class="said-head">
          <h3>{agent}</h3>
          <span class="badge none">skipped</span>
        </header>
        <p class="quiet">{skipped}</p>
      </article>
    );
  }
  const badge = (
    <>
      {how === "parallel" ? null : <span class="badge alone">{how}</span>}
      {stance === null ? null : <Badge of={stance} />}
      {confidence === null ? null : <span class="sure">{confidence.toFixed(2)}</span>}
    </>
  );
  return (
    <Spoken title={agent} badge={badge} {...outcome}>
      {gap === null ? null : (
        <p class="gap">
          <span class="badge gap-reason">{gap.reason.replaceAll("_", " ")}</span> {gap.message}
        </p>
      )}
      <SaidText text={output} where={agent} cut={cut} notices={notices} calls={toolCalls} />
    </Spoken>
  );
}
