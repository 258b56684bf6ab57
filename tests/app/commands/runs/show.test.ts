import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gap, report, result } from "../../../core/examples.ts";
import { cli } from "../../../helpers/cli.ts";
import { begun, done, keptIn } from "../../../helpers/kept-runs.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const ID = "20261120T100000Z-AAPL-4f3a";

async function storeIn() {
  const logsDir = await temporaryFolder();
  const kept = await keptIn(logsDir);
  const show = (...argv: string[]) =>
    cli(["runs", "show", ...argv], { logsDir, clock: kept.clock });
  return { ...kept, logsDir, show };
}

describe("runs show", () => {
  it("shows what a run was asked, what it came to, and where it is kept", async () => {
    const { store, logsDir, show } = await storeIn();
    await done(store, ID, { data: { source: "demo", synthetic: true, notice: "SYNTHETIC DATA." } });
    await store.close();
    await mkdir(join(logsDir, "runs", ID), { recursive: true });
    const { code, stdout } = await show("4f3a");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^> \*\*SYNTHETIC DATA\.\*\*/);
    expect(stdout).toContain("- State: done\n");
    expect(stdout).toContain("begun 2026-11-20T10:00:00.000Z");
    expect(stdout).toContain("**BUY, confidence 0.60 over three months**");
    expect(stdout).toContain("entry 189.12 USD · stop 170.00 USD · target not set");
    expect(stdout).toMatch(/^\| depth +\| `"quick"` +\|$/m);
    expect(stdout).toContain(`kept in ${join(logsDir, "runs", ID)}`);
    expect(stdout).not.toContain("trading-graph re");
  });

  it("shows a run's place in its list by the number that exports have", async () => {
    const { store, show } = await storeIn();
    await begun(store, ID, {}, { list: { id: "list-1", position: 3 } });
    await store.close();
    expect((await show(ID)).stdout).toContain("- Position 3 of list list-1, counted from 0\n");
    expect(JSON.parse((await show(ID, "--json")).stdout).list.position).toBe(3);
  });

  it("shows each step's state, time and outcome", async () => {
    const { store, pass, show } = await storeIn();
    const claim = await begun(store, ID);
    await claim.stepStarted("market_analyst");
    pass(1_500);
    await claim.stepEnded("market_analyst", report());
    await claim.stepEnded("news_analyst", gap());
    await claim.end({ state: "done", result: result({ runId: ID, gaps: [gap()] }) });
    await store.close();
    const { stdout } = await show("latest");
    expect(stdout).toMatch(
      /^\| market_analyst +\| done +\| 2026-11-20T10:00:00.000Z \| 1.50 s \| bullish \(0.70\) /m,
    );
    expect(stdout).toMatch(
      /^\| news_analyst +\| failed .*\| timeout: the model took longer than 60 s \|$/m,
    );
    expect(stdout).toContain(
      `What is missing is tried again by\n\n    trading-graph rerun ${ID} --only-gaps`,
    );
    expect(stdout).toContain("This machine has no folder of it.");
  });

  it("says how a run goes on that was cut off, and nothing of one that is being worked on", async () => {
    const { store, pass, show } = await storeIn();
    await begun(store, ID);
    const held = await show(ID);
    expect(held.stdout).toContain("- State: running\n");
    expect(held.stdout).not.toContain("trading-graph resume");
    pass(6_000);
    await store.close();
    const cutOff = await show(ID);
    expect(cutOff.stdout).toContain("- State: cut off\n");
    expect(cutOff.stdout).toContain(
      `It goes on where it was by\n\n    trading-graph resume ${ID}\n`,
    );
  });

  it("says why a run failed, on a line of its own", async () => {
    const { store, show } = await storeIn();
    const claim = await begun(store, ID, { model: "a|b`c\n## forged" });
    await claim.end({ state: "failed", error: "no key\u001b[2J\n# forged" });
    await store.close();
    const { stdout } = await show(ID);
    expect(stdout).toContain("- Why: no key # forged\n");
    expect(stdout).not.toMatch(/^#+ forged/m);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
    expect(stdout).toContain(`trading-graph rerun ${ID}\n`);
  });

  it("prints all that is kept as JSON, with where it is", async () => {
    const { store, show } = await storeIn();
    await done(store, ID);
    await store.close();
    const json = JSON.parse((await show(ID, "--json")).stdout);
    expect(json).toMatchObject({ id: ID, shown: "done", folder: null, result: { runId: ID } });
    expect(json.steps).toMatchObject([{ name: "market_analyst" }, { name: "news_analyst" }]);
  });

  it.each([
    [[], "show takes one run, 0 given. Example: trading-graph runs show latest"],
    [["a", "b"], "show takes one run, 2 given."],
    [["\u001b[2J"], "no run is kept."],
  ])("refuses %j with what is wrong", async (argv, message) => {
    const { code, stderr } = await cli(["runs", "show", ...argv]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
