import { describe, expect, it, onTestFinished } from "vitest";
import { readWatchRequest } from "#app/commands/watch-request.ts";
import { readConfig } from "#app/config.ts";
import { sharedConfigurationOf } from "#app/run-configuration.ts";
import { beginList } from "#app/watchlist/open-list.ts";
import { watchList } from "#app/watchlist/watch-list.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore } from "#runtime/store/open-store.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const ARGUMENTS = ["--data", "demo", "--model", "rules", "--depth", "quick", "--analysts", "risk"];

const never = () => new Promise<never>(() => {});

/** A list of two, whose store answers nothing any more once the first is done. */
async function unanswered(argv: readonly string[]) {
  const logsDir = await temporaryFolder();
  const config = readConfig({ LOGS_DIR: logsDir });
  const store = await openStore({ url: null, folder: logsDir, clock: systemClock, secrets: [] });
  onTestFinished(() => store.close());
  const now = systemClock.now();
  const request = readWatchRequest([...ARGUMENTS, ...argv], {}, now);
  const shared = sharedConfigurationOf(request, config, now);
  const list = await beginList(store.runs, ["AAPL", "MSFT"], shared, now);
  const stop = new AbortController();
  let stderr = "";
  const code = await watchList(
    list,
    { request, config, store },
    {
      argv,
      environment: () => ({}),
      clock: systemClock,
      signal: stop.signal,
      stdin: async function* () {},
      terminal: {
        stdout: { write: (_text, left) => left?.() },
        stderr: {
          write(text) {
            stderr += text;
            if (!text.startsWith("1 of 2: ")) return;
            Object.assign(store.runs, { claim: never, endWaiting: never, runs: never });
            if (argv.includes("--timeout")) return;
            stop.abort(new Error("interrupted"));
          },
        },
      },
    },
  );
  return { code, stderr };
}

describe("a list whose records do not answer any more", () => {
  it("ends soon when it is interrupted, and says what is kept and how to get it", async () => {
    const { code, stderr } = await unanswered(["--max-workers", "1"]);
    expect(code).toBe(130);
    expect(stderr).toContain(
      "Interrupted: 1 of 2 are finished and kept. Go on with the same command and --resume. The record of runs does not answer now: that prints the rows of those finished too.",
    );
  });

  it("ends soon when its time is over", async () => {
    const { code, stderr } = await unanswered(["--max-workers", "1", "--timeout", "1"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Time is over: 1 of 2 are finished and kept.");
  });
});
