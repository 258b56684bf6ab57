import { describe, expect, it } from "vitest";
import { fact, gap, report } from "../../../core/examples.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

/** A store, and the differences between its runs `first` and `second`. */
async function storeIn() {
  const logsDir = await temporaryFolder();
  const kept = await keptIn(logsDir);
  const diff = (...argv: string[]) =>
    cli(["runs", "diff", "first", "second", ...argv], { logsDir, clock: kept.clock });
  return { ...kept, diff };
}

describe("runs diff", () => {
  it("shows what differs in what was asked and in what it came to", async () => {
    const { store, diff } = await storeIn();
    await done(store, "first", { facts: [fact({ value: 100 })] });
    await done(
      store,
      "second",
      {
        facts: [fact({ value: 110 })],
        reports: [report({ stance: "bearish", confidence: null })],
        gaps: [gap()],
        decision: null,
      },
      { depth: "deep" },
    );
    await store.close();
    const { code, stdout } = await diff();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\| depth \| `"quick"` \| `"deep"` \|$/m);
    expect(stdout).toMatch(/^\| Action +\| buy +\| none \|$/m);
    expect(stdout).toMatch(
      /^\| Market \| bullish \(0.70\) \| bearish \(confidence not stated\) \|$/m,
    );
    expect(stdout).toContain("- only B: news (timeout): the model took longer than 60 s");
    expect(stdout).toMatch(
      /^\| Close \(price.close\) \| 100.00 USD \| 110.00 USD \| \+10.00 % \|$/m,
    );
    expect(stdout).toMatch(/^\| Wall \| 200 ms +\| 200 ms +\|$/m);
    expect(stdout).not.toContain("different symbols");
  });

  it("shows the 20 largest changes of figures, and counts them all", async () => {
    const { store, diff } = await storeIn();
    const facts = (by: number) =>
      Array.from({ length: 25 }, (_, number) =>
        fact({ id: `AAPL:f${number}`, path: `f${number}`, value: 100 + by * number }),
      );
    await done(store, "first", { facts: facts(0) });
    await done(store, "second", { facts: [...facts(1), fact()] });
    await store.close();
    const { stdout } = await diff();
    expect(stdout).toContain(
      "24 of 25 figures that both know differ, the 20 largest changes first. Only A knows 0, only B 1.",
    );
    expect(stdout).toContain("(f24)");
    expect(stdout).toContain("(f5)");
    expect(stdout).not.toContain("(f4)");
    expect(JSON.parse((await diff("--json")).stdout).results.figures.changed).toHaveLength(24);
  });

  it("says first that the symbols differ", async () => {
    const { store, diff } = await storeIn();
    await done(store, "first");
    await done(store, "second", { symbol: "MSFT" });
    await store.close();
    expect((await diff()).stdout).toMatch(
      /^\*\*These are runs on different symbols, AAPL and MSFT/,
    );
  });

  it("says which run has no result, and why", async () => {
    const { store, diff } = await storeIn();
    await done(store, "first");
    const claim = await begun(store, "second");
    await claim.end({ state: "timeout", error: "the time was over\n# forged\u001b[2J" });
    await store.close();
    const { code, stdout } = await diff();
    expect(stdout).toContain(
      "Run second has no result (timeout): the time was over # forged\n\nSo there is nothing more to compare.",
    );
    expect(stdout).not.toContain("## Decision");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
    expect(code).toBe(0);
  });

  it("refuses one run, and one that is not kept", async () => {
    const { store, diff, clock } = await storeIn();
    await done(store, "first");
    await store.close();
    const one = await cli(["runs", "diff", "first"], { clock });
    expect(one.stderr).toContain("diff takes 2 runs, 1 given.");
    const unknown = await diff();
    expect(unknown.stderr).toContain('run "second" is not known. The newest: first.');
    expect([one.code, unknown.code]).toEqual([2, 2]);
  });
});
