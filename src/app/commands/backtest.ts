import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import { readConfig } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { optionsHelp } from "../options.ts";
import { backtestOptions } from "./backtest-options.ts";
import { readBacktestRequest } from "./backtest-request.ts";
import type { Command } from "./command.ts";

const HELP = `Usage: trading-graph backtest --strategy FILE.js (--csv FILE.csv | TICKER) [options]
       npm run backtest -- --strategy FILE.js (--csv FILE.csv | TICKER) [options]

Runs a strategy over daily bars and measures it beside buying and holding with the same costs. The
strategy is plain JavaScript with a function execute_trade(market, portfolio), which is called at each
bar's close and returns how many shares to buy (to sell where negative) at the next bar's open. It runs
in a sandbox without files, network or clock. docs/backtesting.md defines rules and measures.

Options (some also by the environment variable in brackets, or in a .env file):
${optionsHelp(backtestOptions)}

Exit codes: 0 ok, 1 failed (the strategy could not be run, or a file's bars are no good), 2 usage (an option, or
days without bars), 130 interrupted.`;

export const backtest: Command = {
  summary: "run a strategy over daily bars and measure it",
  help: HELP,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const request = readBacktestRequest(argv, env, clock.now());
    const surroundings = { config: readConfig(env), clock, signal };
    const { performBacktest } = await import("../backtest/perform-backtest.ts");
    const report = await performBacktest(request, surroundings);
    const say = (line: string) => terminal.stderr.write(`${printable(line)}\n`);
    const notice = report.data?.notice ?? null;
    if (notice !== null) say(notice);
    if (request.json) {
      const { backtestJson } = await import("#core/render/backtest-json.ts");
      terminal.stdout.write(`${inertJson(backtestJson(report))}\n`);
    } else {
      const { renderBacktest } = await import("#core/render/backtest.ts");
      terminal.stdout.write(renderBacktest(report));
    }
    if (request.html !== null) say(`Page written to ${request.html}`);
    return exitCodes.ok;
  },
};
