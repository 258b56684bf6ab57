import { useMemo } from "preact/hooks";
import type { RunPage } from "../../run-page.ts";
import { printableJson } from "../printable-json.ts";
import { AnalysisReport } from "./analysis-report.tsx";
import { ChainReport } from "./chain-report.tsx";
import { ContestReport } from "./contest-report.tsx";

interface RunReportProps {
  readonly page: RunPage;
  /** Whether it stands in a file of its own, which has no server to ask for anything. */
  readonly exported?: boolean;
  /** Makes what is missing anew; null where that cannot be done. */
  readonly rerun?: (() => void) | null;
}

/** All that a run with a result has to show, in the live page and in a file of its own. */
export function RunReport({ page, exported = false, rerun = null }: RunReportProps) {
  const shown = useMemo(() => printableJson<RunPage>(JSON.stringify(page)), [page]);
  switch (shown.kind) {
    case "analysis":
      return <AnalysisReport page={shown} exported={exported} rerun={rerun} />;
    case "chain":
      return <ChainReport page={shown} exported={exported} rerun={rerun} />;
    case "contest":
      return <ContestReport page={shown} />;
  }
}
