import { mkdirSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { authorStyles, rulesAuthor } from "#core/contest/author.ts";
import { contestResultSchema } from "#core/contest/contest.ts";
import {
  answer,
  type InPlace,
  refuse,
  startChatStub,
  streamText,
} from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { answerWith, FLIPPER } from "../../helpers/contest.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const DEMO = ["--data", "demo", "--as-of", "2026-11-20", "--from", "2023-11-20"];

async function contest(argv: readonly string[], options: Parameters<typeof cli>[1] = {}) {
  const run = await cli(["strategies", "AAPL", ...DEMO, ...argv], options);
  const runs = join(run.logsDir, "runs");
  const [id = ""] = await readdir(runs).catch(() => []);
  return { ...run, folder: join(runs, id) };
}

/** A provider whose models all write the same strategy, unless a test says otherwise. */
async function provider(first: InPlace = () => false) {
  const stub = await startChatStub(
    (response, attempt, request) =>
      first(response, attempt, request) ||
      answer(response, streamText({ attempt, words: [answerWith(FLIPPER)] })),
  );
  const env = { OPENAI_BASE_URL: `${stub.origin}/v1`, OPENAI_API_KEY: "secret-key-of-the-test" };
  return { ...stub, env };
}

describe("strategies", () => {
  it("holds a contest of the six built-in authors without a key", async () => {
    const { code, stdout, folder } = await contest(["--json"]);
    const result = contestResultSchema.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(result.entries.map(({ author }) => author)).toEqual(authorStyles.map(rulesAuthor));
    expect(result.entries.map(({ failure }) => failure)).toEqual(authorStyles.map(() => null));
    expect(result.data.synthetic).toBe(true);
    const kept = await readdir(join(folder, "strategies"));
    expect(kept).toHaveLength(6);
    for (const { author, code: written } of result.entries) {
      const file = join(folder, "strategies", `${author.replace(":", "_")}.js`);
      expect(await readFile(file, "utf8")).toBe(written);
    }
  });

  it("prints a report, and keeps it with the result, the events and a page", async () => {
    const { code, stdout, stderr, folder } = await contest(["--models", "rules:breakout"]);
    expect(code).toBe(0);
    expect(stdout).toContain("SYNTHETIC DATA");
    expect(stdout).toContain("rules:breakout");
    expect(stderr).toContain(`Kept in ${folder}`);
    const files = await readdir(folder);
    const expected = ["events.jsonl", "report.html", "report.md", "request.json", "result.json"];
    expect(files).toEqual(expect.arrayContaining(expected));
    expect(await readFile(join(folder, "report.md"), "utf8")).toBe(stdout);
    expect(await readFile(join(folder, "report.html"), "utf8")).toContain("rules:breakout");
  });

  it("is kept among the runs, and held anew by rerun as a run of its own", async () => {
    const first = await contest(["--models", "rules:breakout", "--min-trades", "3", "--quiet"]);
    const { logsDir } = first;
    const again = await cli(["rerun", "latest", "--json", "--quiet"], { logsDir });
    expect(again.code).toBe(0);
    const result = contestResultSchema.parse(JSON.parse(again.stdout));
    expect(result.request).toMatchObject({ symbol: "AAPL", from: "2023-11-20", minTrades: 3 });
    const { stdout } = await cli(["runs", "--kind", "contest", "--json"], { logsDir });
    const kept: { id: string; state: string; rerunOf: string | null }[] = JSON.parse(stdout);
    expect(kept.map(({ state, rerunOf }) => [state, rerunOf])).toEqual([
      ["done", null],
      ["done", null],
    ]);
    expect(kept[0]?.id).toBe(result.runId);
  });

  it("tells programs what happens, line by line, and the result last", async () => {
    const { stdout } = await contest(["--models", "rules:momentum", "--json-lines", "--quiet"]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const types = lines.map(({ type }) => type);
    expect(types[0]).toBe("contest_started");
    expect(types).toContain("code");
    expect(types).toContain("author_ok");
    expect(types.slice(-2)).toEqual(["contest_ended", "result"]);
    const percents = lines.flatMap(({ percent }) => percent ?? []);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    contestResultSchema.parse(lines.at(-1).result);
  });

  it("asks six models at once, however many there are", async () => {
    let now = 0;
    let most = 0;
    const full = Promise.withResolvers<void>();
    const { env } = await provider((response, attempt) => {
      now += 1;
      most = Math.max(most, now);
      if (most === 6) full.resolve();
      void Promise.race([full.promise, wait(5_000)]).then(async () => {
        await wait(20);
        now -= 1;
        answer(response, streamText({ attempt, words: [answerWith(FLIPPER)] }));
      });
      return true;
    });
    const models = Array.from({ length: 10 }, (_, place) => `m${place}`).join(",");
    const { code, stdout } = await contest(["--models", models, "--json"], { env });
    expect(code).toBe(0);
    expect(most).toBe(6);
    expect(JSON.parse(stdout).entries).toHaveLength(10);
  });

  it("has four rows of figures and two reasons where two of six models fail", async () => {
    const { env } = await provider((response, _attempt, { body }) => {
      return body.model.startsWith("bad") && refuse(response, 400);
    });
    const models = "a,bad1,b,c,bad2,d";
    const { code, stdout } = await contest(["--models", models, "--json"], { env });
    const result = contestResultSchema.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    const reasons = result.entries.map(({ failure }) => failure?.reason ?? null);
    expect(reasons).toEqual([null, "model_error", null, null, "model_error", null]);
    expect(result.entries[1]?.failure?.message).toContain("400");
    expect(result.tried).toBe(4);
  });

  it("fails where no model has a strategy", async () => {
    const { env } = await provider((response, attempt) =>
      answer(response, streamText({ attempt, words: ["I would rather not."] })),
    );
    const { code, stdout } = await contest(["--models", "a"], { env });
    expect(code).toBe(1);
    expect(stdout).toContain("execute_trade");
  });

  it("keeps the finished when its deadline passes", async () => {
    const { env } = await provider((_response, _attempt, { body }) => body.model === "never");
    const argv = ["--models", "a,never", "--deadline", "3", "--json"];
    const { code, stdout } = await contest(argv, { env });
    const { entries } = contestResultSchema.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(entries[0]?.failure).toBeNull();
    expect(entries[1]?.failure).toMatchObject({ reason: "timeout" });
    expect(entries[1]?.failure?.message).toContain("deadline of 3 s");
  });

  it("keeps what is finished when it is stopped", async () => {
    const { env } = await provider((_response, _attempt, { body }) => body.model === "never");
    const stop = new AbortController();
    const { code, stderr, folder } = await contest(["--models", "a,never"], {
      env,
      signal: stop.signal,
      onStderr(text) {
        if (text.startsWith("a: ") && text.includes("Sharpe")) stop.abort(new Error("stop"));
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain(`Finished strategies are kept in ${join(folder, "strategies")}`);
    expect(await readFile(join(folder, "strategies", "a.js"), "utf8")).toBe(FLIPPER);
    expect(stderr).toContain("Hold it anew with: trading-graph rerun ");
  });

  it("loses nothing else where the page cannot be saved", async () => {
    const html = join(await temporaryFolder(), "page.html");
    const { code, stdout, stderr, folder } = await contest(
      ["--models", "rules:breakout", "--html", html],
      {
        // It could be written when that was asked, and then no more.
        onStderr(text) {
          if (text.includes("rules:breakout: started")) mkdirSync(html);
        },
      },
    );
    expect(code).toBe(1);
    expect(stderr).toContain(html);
    expect(await readFile(join(folder, "report.md"), "utf8")).toBe(stdout);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(["report.html", "result.json"]));
  });

  it("names no strategies where it was stopped before any was finished", async () => {
    const { env } = await provider(() => true);
    const stop = new AbortController();
    const { code, stderr } = await contest(["--models", "a"], {
      env,
      signal: stop.signal,
      onStderr(text) {
        if (text.includes("a: started")) stop.abort(new Error("stop"));
      },
    });
    expect(code).toBe(130);
    expect(stderr).not.toContain("Finished strategies");
  });

  it("writes the key nowhere, though a provider echoes it", async () => {
    const { env } = await provider((response) =>
      refuse(response, 400, {}, { message: "no such key: secret-key-of-the-test" }),
    );
    const { stdout, stderr, folder } = await contest(["--models", "a"], { env });
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), "utf8")),
    );
    expect([stdout, stderr, ...texts].join("\n")).not.toContain("secret-key-of-the-test");
  });

  it.each([
    [[], "no ticker given"],
    [["../etc"], "not a valid symbol"],
    [["AAPL", "--models", "rules:astrology"], "rules:trend-following"],
    [["AAPL", "--models", "a,,b"], "empty place"],
    [["AAPL", "--commission", "0.1%"], "--commission"],
    [["AAPL", "--cash", "0"], "--cash"],
    [["AAPL", "--min-trades", "-1"], "--min-trades"],
    [["AAPL", "--json", "--json-lines"], "contradict"],
    [["AAPL", "--nonsense"], "--models"],
    [["AAPL", "--data", "demo", "--from", "2026-11-01", "--as-of", "2026-11-20"], "needs 120"],
  ])("refuses %j with one sentence", async (argv, expected) => {
    const { code, stdout, stderr } = await cli(["strategies", ...argv]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n").at(-1)).toContain(expected);
  });

  it("says that a live model needs a key before anything begins", async () => {
    const { code, stderr } = await cli(["strategies", "AAPL", "--models", "gpt-5"]);
    expect(code).toBe(1);
    expect(stderr).toContain("OPENAI_API_KEY");
  });
});
