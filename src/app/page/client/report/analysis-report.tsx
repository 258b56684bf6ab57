import { modelWords, sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import { titleOf } from "#core/render/wording.ts";
import type { RunPage } from "../../run-page.ts";
import { AuditLine } from "./audit-line.tsx";
import { BookFrame } from "./book-frame.tsx";
import { Contents } from "./contents.tsx";
import { Debate } from "./debate.tsx";
import { Facts } from "./facts.tsx";
import { Footer } from "./footer.tsx";
import { Gaps } from "./gaps.tsx";
import { Notices } from "./notices.tsx";
import { Plan, Reviews } from "./plan.tsx";
import { PricePart } from "./price-part.tsx";
import { DeskRecord } from "./record.tsx";
import { ReportHead } from "./report-head.tsx";
import { Reports } from "./reports.tsx";
import { roleWords } from "./role-words.ts";
import { Sources } from "./sources.tsx";
import { Timeline } from "./timeline.tsx";
import { Usage } from "./usage.tsx";
import { usageOfAnalysis } from "./usage-rows.ts";
import { Verdict } from "./verdict.tsx";

interface AnalysisReportProps {
  readonly page: Extract<RunPage, { kind: "analysis" }>;
  readonly exported: boolean;
  readonly rerun: (() => void) | null;
}

/** All that an analysis has to say. */
export function AnalysisReport({ page, exported, rerun }: AnalysisReportProps) {
  const { result, chart, spans, missing } = page;
  const { audit, facts, data, flags, gaps, reports, debate, plan, reviews, decision } = result;
  const gapRows = gaps.map(({ analyst, ...gap }) => ({ who: titleOf(analyst), ...gap }));
  return (
    <BookFrame audit={audit} facts={facts}>
      <ReportHead title={result.symbol} kind="analysis" runId={result.runId} exported={exported}>
        <Facts
          of={{
            "As of": result.asOf,
            Data: sourceWords(data),
            Model: modelWords(result.model),
            Depth: result.request.depth,
            Reports: `${reports.length} of ${result.request.analysts.length} analysts`,
            "Taken up": result.attempts > 1 ? counted(result.attempts, "time", "times") : null,
            "Reports kept from": result.keptFrom?.run ?? null,
          }}
        />
        <Notices
          data={data}
          subject={result.symbol}
          flags={flags}
          missing={missing}
          gaps={gaps.length}
        />
      </ReportHead>
      <Contents
        parts={{
          decision: "Decision",
          timeline: "Timeline",
          price: chart === null ? null : "Price",
          reports: reports.length === 0 ? null : "Reports",
          debate: debate.length === 0 ? null : "Debate",
          plan: plan === null ? null : "Plan",
          reviews: reviews.length === 0 ? null : "Reviews",
          gaps: gaps.length === 0 ? null : "Gaps",
          usage: "Usage and cost",
        }}
      />
      <Verdict result={result} />
      <AuditLine audit={audit} />
      <Timeline spans={spans} timeline={result.timeline} named={roleWords} />
      {chart === null ? null : <PricePart chart={chart} decision={decision} />}
      <Reports reports={reports} />
      <Debate debate={debate} />
      <Plan plan={plan} />
      <Reviews reviews={reviews} />
      <Gaps gaps={gapRows} rerun={rerun} />
      <DeskRecord record={result.record} />
      <Usage
        rows={usageOfAnalysis(result)}
        total={result.usage}
        wallMs={result.timeline.wallMs}
        requests={result.requests}
        source={sourceWords(data)}
      />
      <Sources />
      <Footer runId={result.runId} chart={chart !== null} />
    </BookFrame>
  );
}
