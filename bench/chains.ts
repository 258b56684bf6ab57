import { chainConfigurationOf } from "#app/chain/chain-configuration.ts";
import { openChainDesk } from "#app/chain/chain-desk.ts";
import { runChain } from "#app/chain/run-chain.ts";
import { readChainRequest } from "#app/commands/chain-request.ts";
import { readConfig } from "#app/config.ts";
import type { Chain, ChainAgent } from "#core/chain/chain.ts";
import { systemClock } from "#runtime/clock.ts";
import { createJournal } from "#runtime/journal.ts";
import { type Benchmark, median, repeat } from "./measure.ts";
import { startSlowProvider } from "./provider.ts";

const ANSWER_MS = 400;
const RUNS = 9;

/** Chains of agents over a provider that takes 400 ms for each answer. */
export const chains: Benchmark = async () => {
  const provider = await startSlowProvider();
  provider.pace.answerMs = ANSWER_MS;
  try {
    const run = async (chain: Chain) => {
      provider.inFlight.slowestMs = 0;
      const result = await runOnce(chain, provider.baseUrl);
      return { ...result.timeline, slowestMs: provider.inFlight.slowestMs };
    };
    const two = chainOf(group("pair", 2));
    const eight = chainOf(group("eight", 8));
    // First one, then three at once, then the one whose condition holds, then the last: four answers long.
    const mixed = chainOf([
      agent({ name: "first" }),
      ...group("three", 3),
      agent({ name: "doubter", connect: "conditional", when: bullish, else: "backer" }),
      agent({ name: "backer" }),
      agent({ name: "last", connect: "direct" }),
    ]);
    // What runs for the first time takes longer.
    await repeat(2, () => run(two));
    const twos = await repeat(RUNS, () => run(two));
    const eights = await repeat(RUNS, () => run(eight));
    const mixeds = await repeat(RUNS, () => run(mixed));
    return [
      {
        what: `two agents, ${ANSWER_MS} ms each: wall / slowest request at the provider`,
        value: median(twos.map(({ wallMs, slowestMs }) => wallMs / slowestMs)),
        unit: "x",
        atMost: 1.1,
        reference: "2 one after another",
      },
      {
        what: "a group of eight: wall / slowest request at the provider",
        value: median(eights.map(({ wallMs, slowestMs }) => wallMs / slowestMs)),
        unit: "x",
        atMost: 1.1,
        reference: "8 one after another",
      },
      {
        what: "the same: start skew of its agents",
        value: median(eights.map(({ groups }) => groups[0]?.startSkewMs ?? Number.NaN)),
        unit: "ms",
        atMost: 10,
        reference: `${7 * ANSWER_MS} one after another`,
      },
      {
        what: "one, three at once, one of two, one: wall / four requests",
        value: median(mixeds.map(({ wallMs, slowestMs }) => wallMs / (4 * slowestMs))),
        unit: "x",
        atMost: 1.1,
        reference: "1.5 one after another",
      },
    ];
  } finally {
    provider.close();
  }
};

const bullish: ChainAgent["when"] = {
  agent: "first",
  test: { kind: "stance", stance: "bullish" },
};

function chainOf(agents: readonly ChainAgent[]): Chain {
  return { name: "bench", description: null, agents: [...agents] };
}

function group(name: string, count: number): ChainAgent[] {
  return Array.from({ length: count }, (_, place) =>
    agent({ name: `${name}_${place + 1}`, connect: "parallel", group: name }),
  );
}

function agent(some: Pick<ChainAgent, "name"> & Partial<ChainAgent>): ChainAgent {
  return {
    model: null,
    prompt: "Say what you make of {{chain_input}}.",
    tools: [],
    connect: "sequential",
    group: null,
    when: null,
    else: null,
    ...some,
  };
}

async function runOnce(chain: Chain, baseUrl: string) {
  const env = { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "bench" };
  const config = readConfig(env);
  const argv = ["bench.yaml", "--model", "model-1"];
  const now = systemClock.now();
  const request = readChainRequest(argv, env, now);
  const configuration = chainConfigurationOf(chain, "it", request, config, now);
  const desk = await openChainDesk(configuration, config, systemClock);
  try {
    const asked = { chain, input: "it", asOf: "2026-11-20" };
    const { result } = await runChain(asked, desk, {
      runId: "bench",
      journal: createJournal([]),
      signal: new AbortController().signal,
      text: false,
      secrets: [],
    });
    const failed = result.outcomes.find(({ state }) => state === "failed");
    if (failed !== undefined) throw new Error(`${failed.agent}: ${failed.gap?.message}`);
    return result;
  } finally {
    await desk.close();
  }
}
