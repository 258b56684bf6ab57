import type { RunSummary } from "./analysis-summary.ts";
import type { AgentOutcome } from "./chain/agent-outcome.ts";
import type { ChainConfiguration } from "./chain/chain-configuration.ts";
import type { ChainResult } from "./chain/chain-result.ts";
import type { ChainSummary } from "./chain/chain-summary.ts";
import type { AuthorOutcome } from "./contest/author-outcome.ts";
import type { ContestResult } from "./contest/contest.ts";
import type { ContestConfiguration } from "./contest/contest-configuration.ts";
import type { ContestSummary } from "./contest/contest-summary.ts";
import type { AnalystReport, Gap } from "./report.ts";
import type { AnalysisResult } from "./result.ts";
import type { RunConfiguration } from "./run-configuration.ts";

/**
 * What each kind of run is made of: how it was asked, what one of its steps comes to, what it has to say
 * in the end, and that in short.
 */
export interface RunShapes {
  analysis: {
    configuration: RunConfiguration;
    outcome: AnalystReport | Gap;
    result: AnalysisResult;
    summary: RunSummary;
  };
  contest: {
    configuration: ContestConfiguration;
    outcome: AuthorOutcome;
    result: ContestResult;
    summary: ContestSummary;
  };
  chain: {
    configuration: ChainConfiguration;
    outcome: AgentOutcome;
    result: ChainResult;
    summary: ChainSummary;
  };
}
