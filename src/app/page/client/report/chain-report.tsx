import { groupsOf } from "#core/chain/groups.ts";
import { modelWords, sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import type { RunPage } from "../../run-page.ts";
import { AuditLine } from "./audit-line.tsx";
import { BookFrame } from "./book-frame.tsx";
import { ChainGroup } from "./chain-group.tsx";
import { Contents } from "./contents.tsx";
import { Facts } from "./facts.tsx";
import { Footer } from "./footer.tsx";
import { Gaps } from "./gaps.tsx";
import { Markdown } from "./markdown.tsx";
import { Notices } from "./notices.tsx";
import { Part } from "./part.tsx";
import { ReportHead } from "./report-head.tsx";
import { Sources } from "./sources.tsx";
import { Timeline } from "./timeline.tsx";
import { Usage } from "./usage.tsx";
import { usageOfChain } from "./usage-rows.ts";

interface ChainReportProps {
  readonly page: Extract<RunPage, { kind: "chain" }>;
  readonly exported: boolean;
  readonly rerun: (() => void) | null;
}

/** All that a chain's agents have to say. */
export function ChainReport({ page, exported, rerun }: ChainReportProps) {
  const { result, spans, missing } = page;
  const { chain, input, outcomes, audit, facts, data, timeline } = result;
  const asked = outcomes.filter(({ state }) => state !== "skipped");
  const gaps = outcomes.flatMap(({ agent, gap, ...outcome }) =>
    gap === null ? [] : [{ who: agent, round: null, ...gap, ...outcome }],
  );
  return (
    <BookFrame audit={audit} facts={facts}>
      <ReportHead
        title={chain.name}
        kind="chain of agents"
        runId={result.runId}
        exported={exported}
      >
        {chain.description === null ? null : <p class="outcome">{chain.description}</p>}
        <Facts
          of={{
            Agents: `${asked.length - gaps.length} of ${asked.length} answered`,
            Skipped: outcomes.length > asked.length ? String(outcomes.length - asked.length) : null,
            Model: modelWords(result.model),
            "As of": result.asOf,
            Data: data === null ? null : sourceWords(data),
            "Taken up": result.attempts > 1 ? counted(result.attempts, "time", "times") : null,
            "Outputs kept from": result.keptFrom?.run ?? null,
          }}
        />
        <Notices data={data} subject="a real market" missing={missing} gaps={gaps.length} />
      </ReportHead>
      <Contents
        parts={{
          input: "Input",
          agents: "Agents",
          timeline: "Timeline",
          gaps: gaps.length === 0 ? null : "Gaps",
          usage: "Usage and cost",
        }}
      />
      <Part id="input" title="Input">
        <div class="said">
          <Markdown text={input} />
        </div>
      </Part>
      <Part id="agents" title="Agents">
        {groupsOf(chain).map((group) => (
          <ChainGroup
            key={group.name}
            group={group}
            chain={chain}
            outcomes={outcomes.filter(({ agent }) => group.nodes.includes(agent))}
            time={timeline.groups.find(({ name }) => name === group.name) ?? null}
          />
        ))}
        <AuditLine audit={audit} />
      </Part>
      <Timeline spans={spans} timeline={timeline} />
      <Gaps gaps={gaps} rerun={rerun} />
      <Usage
        rows={usageOfChain(result)}
        total={result.usage}
        wallMs={timeline.wallMs}
        requests={data === null ? null : result.requests}
        source={data === null ? null : sourceWords(data)}
      />
      <Sources />
      <Footer runId={result.runId} chart={false} />
    </BookFrame>
  );
}
