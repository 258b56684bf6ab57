import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chainResultSchema } from "#core/chain/chain-result.ts";
import {
  answer,
  type InPlace,
  promptOf,
  refuse,
  startChatStub,
  streamText,
} from "../../helpers/chat-completions-stub.ts";
import { cli, runFiles } from "../../helpers/cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const examples = join(import.meta.dirname, "../../../examples");
const DEMO = ["--data", "demo", "--model", "rules"];

/** A group of two, then one alone. */
const CHAIN = `name: A test
agents:
  - { name: left, connect: parallel, group: pair, prompt: "Left of {{input}}" }
  - { name: right, connect: parallel, group: pair, prompt: "Right of {{input}}" }
  - { name: last, prompt: "Join them." }
`;

async function chainFile(text = CHAIN): Promise<string> {
  const file = join(await temporaryFolder(), "chain.yaml");
  await writeFile(file, text);
  return file;
}

/** The agent that a request is made for. */
function agentOf(request: Parameters<InPlace>[2]): string {
  return /^Agent: (\w+) of/.exec(promptOf(request))?.[1] ?? "";
}

/** A provider whose agents say who they are; a test says what else may happen first. */
async function startAgents(
  first: (agent: string, ...exchange: Parameters<InPlace>) => boolean = () => false,
) {
  const stub = await startChatStub((response, attempt, request) => {
    const agent = agentOf(request);
    return (
      first(agent, response, attempt, request) ||
      answer(response, streamText({ attempt, words: [agent, " has ", "spoken."] }))
    );
  });
  const env = { OPENAI_API_KEY: "sk-canary-0123456789", OPENAI_BASE_URL: `${stub.origin}/v1` };
  return { env, asked: () => stub.seen.map(agentOf), forget: () => stub.seen.splice(0) };
}

describe("chain", () => {
  it.each([
    ["recipe.yaml", "lentils", "out of facts that tools bring"],
    ["sectors.yaml", "NVDA and JNJ", "Over three months NVDA"],
    ["second-opinion.yaml", "AAPL", "was asked instead"],
  ])("runs the example %s without a key or a network", async (file, input, says) => {
    const run = await cli(["chain", join(examples, file), "--input", input, ...DEMO]);
    expect(run.stderr).not.toContain("Error");
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(says);
    const files = await runFiles(run.logsDir);
    expect(files["report.md"]).toBe(run.stdout);
    const [first = "", last = ""] = (files["events.jsonl"] ?? "")
      .trim()
      .split("\n")
      .filter((_, place, all) => [0, all.length - 1].includes(place));
    expect([JSON.parse(first).type, JSON.parse(last).type]).toEqual(["planned", "run_ended"]);
  });

  it("tells when a group starts, when each of it is done, and how long all of it took", async () => {
    const { stderr } = await cli(["chain", await chainFile(), "--input", "it", "--model", "rules"]);
    const time = String.raw`[\d.]+ m?s`;
    const expected = [
      "pair: 2 start together",
      `(?:left|right): done in ${time}`,
      `(?:left|right): done in ${time}`,
      `pair: both ended in ${time}, the slowest in ${time}, one after another ${time}`,
      "last: started",
      `last: done in ${time}`,
      "Kept in .*",
    ];
    expect(stderr).toMatch(new RegExp(`^${expected.join("\n")}\n$`));
  });

  it("prints and saves its result as JSON", async () => {
    const out = await temporaryFolder();
    const { stdout } = await cli(
      ["chain", await chainFile(), "--input", "-", "--json", "--out", out, "--model", "rules"],
      { stdin: "a longer\ntext\n" },
    );
    const result = chainResultSchema.parse(JSON.parse(stdout));
    expect(result).toMatchObject({
      input: "a longer\ntext",
      data: null,
      attempts: 1,
      keptFrom: null,
    });
    expect(await readdir(out)).toEqual([`A_test_${result.asOf}.json`, `A_test_${result.asOf}.md`]);
  });

  it("asks each agent's own model, and the command's for the others", async () => {
    const models: string[] = [];
    const provider = await startAgents((_agent, _response, _attempt, { body }) => {
      models.push(body.model);
      return false;
    });
    const file = await chainFile(CHAIN.replace("name: left,", "name: left, model: own-model,"));
    const run = await cli(["chain", file, "--input", "it", "--model", "gpt-4o"], provider);
    expect(run.code).toBe(0);
    expect(models.toSorted()).toEqual(["gpt-4o", "gpt-4o", "own-model"]);
    expect(run.stdout).toContain("right has spoken.");
  });

  it("works around an agent's own model that the provider does not have, and ends where it is the command's", async () => {
    const provider = await startAgents((_agent, response, _attempt, { body }) => {
      return body.model === "no-such" && refuse(response, 404);
    });
    const file = await chainFile(CHAIN.replace("name: left,", "name: left, model: no-such,"));
    const run = await cli(
      ["chain", file, "--input", "it", "--model", "gpt-4o", "--json"],
      provider,
    );
    expect(run.code).toBe(3);
    const { outcomes } = chainResultSchema.parse(JSON.parse(run.stdout));
    expect(outcomes.map(({ state }) => state)).toEqual(["failed", "done", "done"]);
    expect(outcomes[0]?.gap).toMatchObject({
      reason: "model_error",
      message: expect.stringContaining(
        'no model "no-such", which the chain\'s file names as "model" of agent "left"',
      ),
    });
    const settings = ["chain", await chainFile(), "--input", "it", "--model", "no-such"];
    expect((await cli(settings, provider)).code).toBe(1);
  });

  it("asks for all of its largest group at once where nothing else is said", async () => {
    const names = Array.from({ length: 8 }, (_, place) => `agent_${place}`);
    const all = Promise.withResolvers<void>();
    let asked = 0;
    const provider = await startAgents((agent, response, attempt) => {
      asked += 1;
      if (asked === names.length) all.resolve();
      void all.promise.then(() => answer(response, streamText({ attempt, words: [agent] })));
      return true;
    });
    const file = await chainFile(
      `name: Wide\nagents:\n${names.map((name) => `  - { name: ${name}, connect: parallel, prompt: x }`).join("\n")}`,
    );
    const run = await cli(["chain", file, "--model", "gpt-4o", "--deadline", "20"], provider);
    expect(run.code).toBe(0);
  });

  it("works around an agent that fails; a rerun of the gaps asks it again, and who comes after it", async () => {
    let broken = true;
    const provider = await startAgents((agent, response) => {
      return broken && agent === "left" && refuse(response, 400);
    });
    const argv = ["chain", await chainFile(), "--input", "it", "--model", "gpt-4o"];
    const run = await cli(argv, provider);
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/^left: failed after/m);
    expect(run.stderr).toMatch(/pair: both ended in .*, 1 failed, the slowest/);
    expect(run.stdout).toContain("model_error");
    broken = false;
    provider.forget();
    const again = await cli(["rerun", "latest", "--only-gaps", "--json"], {
      ...provider,
      logsDir: run.logsDir,
    });
    expect(again.code).toBe(0);
    expect(provider.asked()).toEqual(["left", "last"]);
    const result = chainResultSchema.parse(JSON.parse(again.stdout));
    expect(result.keptFrom?.agents).toEqual(["right"]);
    expect(again.stderr).toContain("pair: 1 starts, 1 kept from before");
    const shown = await cli(["runs", "show", result.runId], { ...provider, logsDir: run.logsDir });
    expect(shown.stdout).toMatch(/^\| right \| done +\| kept +\| +- \|/m);
    const none = await cli(["rerun", result.runId, "--only-gaps"], {
      ...provider,
      logsDir: run.logsDir,
    });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("has no gaps") });
  });

  it("goes on where it was cut off, only as it was asked", async () => {
    const stop = new AbortController();
    let hangs = true;
    const provider = await startAgents((agent) => {
      if (hangs && agent === "last") stop.abort(new Error("interrupted"));
      return hangs && agent === "last";
    });
    const argv = ["chain", await chainFile(), "--input", "it", "--model", "gpt-4o"];
    const cut = await cli(argv, { ...provider, signal: stop.signal });
    expect(cut.code).toBe(130);
    const id = /Go on with: trading-graph resume (\S+)/.exec(cut.stderr)?.[1] ?? "";
    hangs = false;
    provider.forget();
    const options = { ...provider, logsDir: cut.logsDir };
    const other = await cli(["resume", id, "--model", "gpt-5", "--depth", "deep"], options);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("has no depth") });
    const resumed = await cli(["resume", id, "--json"], options);
    expect(resumed.stderr).not.toContain("Error");
    expect(provider.asked()).toEqual(["last"]);
    const result = chainResultSchema.parse(JSON.parse(resumed.stdout));
    expect(result).toMatchObject({ runId: id, attempts: 2 });
    expect(result.outcomes.map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });

  it("keeps to its budget: whom it does not reach has a gap", async () => {
    const provider = await startAgents();
    const argv = ["chain", await chainFile(), "--input", "it", "--model", "gpt-4o", "--json"];
    const run = await cli([...argv, "--max-tokens", "5000"], provider);
    expect(run.code).toBe(3);
    const { outcomes } = chainResultSchema.parse(JSON.parse(run.stdout));
    expect(outcomes.flatMap(({ gap }) => gap?.reason ?? [])).toContain("budget");
    expect(provider.asked().length).toBeLessThan(3);
  });
});

describe("chain --check and --draw", () => {
  it("say what a file holds, and draw it", async () => {
    const file = await chainFile();
    expect(await cli(["chain", "--check", file])).toMatchObject({
      code: 0,
      stdout: `${file} holds the chain A test, 3 agents: left and right at once, then last.\n`,
      stderr: "",
    });
    const drawn = await cli(["chain", "--draw", file]);
    expect(drawn).toMatchObject({ code: 0, stdout: expect.stringMatching(/^flowchart TD\n/) });
  });

  it("name every mistake with file, line and the valid choices, as a run does", async () => {
    const file = await chainFile(
      CHAIN.replace("last, ", "left, tools: [get_rich], model: gpt-9, "),
    );
    const mistakes = await cli(["chain", "--check", file]);
    expect(mistakes).toMatchObject({ code: 2, stdout: "" });
    const lines = mistakes.stderr.trim().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.startsWith(`${file}:5: `)).toBe(true);
    expect(mistakes.stderr).toContain("get_price_history");
    expect((await cli(["chain", file, "--input", "it"])).stderr).toBe(mistakes.stderr);
  });

  it.each([
    ["no file", [], "no file given"],
    ["two files", ["a.yaml", "b.yaml"], "takes one file, 2 given. Example"],
    ["a file that is not there", ["no-such.yaml"], "there is no file"],
    ["a folder", [examples], "is a folder"],
    ["what is no plain file", ["/dev/null"], "is no plain file"],
    ["both at once", ["--draw", "a.yaml"], "contradict"],
  ])("refuse %s", async (_, argv, says) => {
    const run = await cli(["chain", "--check", ...argv]);
    expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
  });

  it("refuse a file and an input that are no UTF-8", async () => {
    const bytes = Buffer.from("name: caf\xe9", "latin1");
    const file = join(await temporaryFolder(), "chain.yaml");
    await writeFile(file, bytes);
    const says = { code: 2, stderr: expect.stringContaining("is no text in UTF-8") };
    expect(await cli(["chain", "--check", file])).toMatchObject(says);
    const argv = ["chain", await chainFile(), "--input", "-", "--model", "rules"];
    expect(await cli(argv, { stdin: bytes })).toMatchObject(says);
  });

  it("refuse a file that is too large to be a chain", async () => {
    const file = await chainFile("a".repeat(10_000_000));
    const run = await cli(["chain", "--check", file]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("larger than 1 MiB") });
  });

  it("refuse to run without an input that a prompt asks for, and only then", async () => {
    const run = await cli(["chain", await chainFile(), "--model", "rules"]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("--input TEXT") });
    const file = await chainFile(CHAIN.replaceAll(" of {{input}}", ""));
    expect((await cli(["chain", file, "--model", "rules"])).code).toBe(0);
  });
});
