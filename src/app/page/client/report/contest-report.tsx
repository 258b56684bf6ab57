import type { Measured } from "#core/contest/contest.ts";
import { beatenIn } from "#core/contest/render/beaten.ts";
import { placedIn } from "#core/contest/render/placed.ts";
import { unseenWords } from "#core/contest/render/unseen-words.ts";
import { sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import { gainText, partText, ratioText } from "#core/render/fractions.ts";
import type { RunPage } from "../../run-page.ts";
import { Contents } from "./contents.tsx";
import { equityOf } from "./equity-curves.ts";
import { EquityPart } from "./equity-part.tsx";
import { Facts } from "./facts.tsx";
import { Footer } from "./footer.tsx";
import { Notices } from "./notices.tsx";
import { Part } from "./part.tsx";
import { ReportHead } from "./report-head.tsx";
import { roleWords } from "./role-words.ts";
import { Timeline } from "./timeline.tsx";
import { Usage } from "./usage.tsx";
import { usageOfContest } from "./usage-rows.ts";
import { WideTable } from "./wide-table.tsx";

interface ContestReportProps {
  readonly page: Extract<RunPage, { kind: "contest" }>;
}

const COLUMNS = [
  "Sharpe",
  "Return",
  "Max drawdown",
  "Trades",
  "Sharpe in sample",
  "Return in sample",
  "Deflated Sharpe",
];

/** What came of a contest, in short; all of it is in the file that can be had of it. */
export function ContestReport({ page }: ContestReportProps) {
  const { result, spans, missing } = page;
  const { request, data, benchmark, entries } = result;
  const { claim, detail } = beatenIn(result, (author) => author);
  const authors = new Set(entries.map(({ author }) => author));
  const named = (node: string) => (authors.has(node) ? node : roleWords(node));
  const equity = equityOf(result);
  const failed = entries.filter(({ failure }) => failure !== null).length;
  return (
    <div class="report">
      <ReportHead
        title={request.symbol}
        kind={`${counted(entries.length, "strategy", "strategies")} against buy and hold`}
        runId={result.runId}
      >
        <p class="outcome">
          {claim}
          {detail}
        </p>
        <Facts
          of={{
            "Out of sample": `from ${result.split}`,
            Prices: sourceWords(data),
            Failed: failed === 0 ? null : String(failed),
          }}
        />
        <Notices
          data={data}
          subject={request.symbol}
          missing={[...result.notices.filter((words) => words !== data.notice), ...missing]}
          gaps={0}
        />
      </ReportHead>
      <Contents
        parts={{
          ranking: "Ranking",
          equity: equity === null ? null : "Equity",
          timeline: "Timeline",
          usage: "Usage and cost",
        }}
      />
      <Part id="ranking" title="Ranking" aside={unseenWords(result)}>
        <WideTable label="Ranking of strategies">
          <table class="ranking">
            <thead>
              <tr>
                <th scope="col">#</th>
                <th scope="col">Strategy</th>
                {COLUMNS.map((title) => (
                  <th scope="col" key={title}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {placedIn(result).map(({ entry, standing }) => (
                <tr key={entry.author}>
                  <td>{standing.rank ?? "–"}</td>
                  <th scope="row">
                    {entry.author}
                    {entry.model === entry.author ? null : <span class="by">{entry.model}</span>}
                    {standing.unranked === null ? null : (
                      <span class="by">{standing.unranked}</span>
                    )}
                  </th>
                  {entry.measured === null ? (
                    <td colSpan={COLUMNS.length} class="failure">
                      {entry.failure?.message ?? "It has no figures."}
                    </td>
                  ) : (
                    <Figures measured={entry.measured} deflated={standing.deflatedSharpe} />
                  )}
                </tr>
              ))}
              <tr class="hold">
                <td />
                <th scope="row">Buy and hold</th>
                <Figures measured={benchmark} deflated={null} />
              </tr>
            </tbody>
          </table>
        </WideTable>
        <p class="own-page">
          <a
            href={`/api/runs/${encodeURIComponent(result.runId)}/report.html`}
            download={`${result.runId}.html`}
          >
            Download all curves, trades and code as one HTML file
          </a>
        </p>
      </Part>
      {equity === null ? null : <EquityPart equity={equity} />}
      <Timeline spans={spans} timeline={{ pausedMs: 0, ...result.timeline }} named={named} />
      <Usage
        rows={usageOfContest(result)}
        worker="Author"
        total={result.usage}
        wallMs={result.timeline.wallMs}
        requests={null}
        source={null}
      />
      <Footer runId={result.runId} chart={false} />
    </div>
  );
}

interface FiguresProps {
  readonly measured: Pick<Measured, "inSample" | "outOfSample">;
  readonly deflated: number | null;
}

function Figures({ measured: { inSample, outOfSample }, deflated }: FiguresProps) {
  const { sharpe, totalReturn, maxDrawdown, trades } = outOfSample;
  return (
    <>
      <td>{ratioText(sharpe)}</td>
      <td>{gainText(totalReturn)}</td>
      <td>{partText(maxDrawdown)}</td>
      <td>{trades}</td>
      <td>{ratioText(inSample.sharpe)}</td>
      <td>{gainText(inSample.totalReturn)}</td>
      <td>{ratioText(deflated)}</td>
    </>
  );
}
