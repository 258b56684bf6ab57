import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createProvider } from "#runtime/models/live/provider.ts";
import { listen } from "../tests/helpers/listen.ts";
import type { Benchmark } from "./measure.ts";

const TAKEN_AT_ONCE = 3;
const ANSWER_MS = 20;
const WORKERS = 6;
const CALLS = 600;
/** Until the limit has found its place. */
const WARM_UP_CALLS = 60;

/** Six analysts before a provider that takes three requests at once and refuses the rest. */
export const limiter: Benchmark = async () => {
  // Side by side, so that a busy machine slows both.
  const [adapted, ideal] = await Promise.all([load(WORKERS), load(TAKEN_AT_ONCE)]);
  return [
    {
      what: `${WORKERS} workers, provider takes ${TAKEN_AT_ONCE} at once: refused requests`,
      value: adapted.refusedPercent,
      unit: "%",
      atMost: 5,
      reference: "3.2 is one in 31: each try of a fourth, after ten rounds of three",
    },
    {
      what: `goodput lost against ${TAKEN_AT_ONCE} at once from the start`,
      value: 100 * (1 - adapted.perSecond / ideal.perSecond),
      unit: "%",
      atMost: 15,
      reference: `${adapted.perSecond.toFixed(0)} of ${ideal.perSecond.toFixed(0)} answers a second`,
    },
  ];
};

/** What six workers get from a provider that is asked for at most so many answers at once. */
async function load(maxConcurrency: number) {
  const provider = await startProvider();
  const asked = createProvider({ baseUrl: provider.origin, apiKey: "bench", maxConcurrency });
  const model = asked.model("bench");
  let begun = 0;
  const work = async (until: number): Promise<void> => {
    while (begun < until) {
      begun += 1;
      await model.invoke("?");
    }
  };
  const workAll = (until: number) =>
    Promise.all(Array.from({ length: WORKERS }, () => work(until)));
  await workAll(WARM_UP_CALLS);
  const before = { ...provider.counts, at: performance.now() };
  await workAll(CALLS);
  const seconds = (performance.now() - before.at) / 1_000;
  await asked.close();
  provider.close();
  const refused = provider.counts.refused - before.refused;
  const answered = provider.counts.answered - before.answered;
  return {
    refusedPercent: (100 * refused) / (refused + answered),
    perSecond: answered / seconds,
  };
}

const ANSWER = [
  { delta: { role: "assistant", content: "Fine." }, finish_reason: null },
  { delta: {}, finish_reason: "stop" },
]
  .map((choice) => `data: ${JSON.stringify({ id: "1", choices: [{ index: 0, ...choice }] })}\n\n`)
  .join("");

/** A provider on this machine that refuses what comes while it has enough to do. */
async function startProvider() {
  const counts = { answered: 0, refused: 0 };
  let inFlight = 0;
  const server = createServer(async (request, response) => {
    request.resume();
    if (inFlight >= TAKEN_AT_ONCE) {
      counts.refused += 1;
      response.writeHead(429).end();
      return;
    }
    inFlight += 1;
    await wait(ANSWER_MS);
    inFlight -= 1;
    counts.answered += 1;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`${ANSWER}data: [DONE]\n\n`);
  });
  const origin = await listen(server);
  return { origin, counts, close: () => server.close() };
}
