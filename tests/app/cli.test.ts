import { describe, expect, it } from "vitest";
import { cli } from "../helpers/cli.ts";

describe("the command line", () => {
  it.each([[["--help"]], [["help"]], [[]]])("lists its commands for %j", async (argv) => {
    const { code, stdout } = await cli(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}analyze +analyse one ticker/m);
  });

  it("tells a command's options, variables and exit codes with --help", async () => {
    const { code, stdout } = await cli(["analyze", "--help"]);
    expect(code).toBe(0);
    for (const flag of ["analysts", "data", "model", "as-of", "json", "out", "quiet", "version"]) {
      expect(stdout).toContain(`--${flag}`);
    }
    expect(stdout).toContain("TRADING_GRAPH_DATA");
    expect(stdout).toContain("130 interrupted");
  });

  it.each([[["--version"]], [["analyze", "--version"]]])(
    "tells its version for %j",
    async (argv) => {
      const { code, stdout } = await cli(argv);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    },
  );

  it("names the commands when one is not known", async () => {
    const { code, stderr } = await cli(["analise", "AAPL"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'Error: command "analise" is not known. Valid: analyze, watch, resume, rerun, runs, strategies, backtest, chain, web, worker, queue, review, replay-history, trace-check.\n',
    );
  });
});
