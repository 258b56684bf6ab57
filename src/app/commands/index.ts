import { analyze } from "./analyze.ts";
import { backtest } from "./backtest.ts";
import { chain } from "./chain.ts";
import type { Command } from "./command.ts";
import { queue } from "./queue.ts";
import { replayHistory } from "./replay-history.ts";
import { rerun } from "./rerun.ts";
import { resume } from "./resume.ts";
import { review } from "./review.ts";
import { runs } from "./runs/runs.ts";
import { strategies } from "./strategies.ts";
import { traceCheck } from "./trace-check.ts";
import { watch } from "./watch.ts";
import { web } from "./web.ts";
import { worker } from "./worker.ts";

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  analyze,
  watch,
  resume,
  rerun,
  runs,
  strategies,
  backtest,
  chain,
  web,
  worker,
  queue,
  review,
  "replay-history": replayHistory,
  "trace-check": traceCheck,
};
