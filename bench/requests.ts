import { resultOf } from "#graphs/analysis/result.ts";
import { analyseOnce, benchDesk } from "./desk.ts";
import type { Benchmark } from "./measure.ts";

/** Six analysts that need much of the same. */
export const requests: Benchmark = async () => {
  const ports = benchDesk({});
  const counts = async () =>
    resultOf(await analyseOnce(ports), {
      runId: "bench",
      attempts: 1,
      keptFrom: null,
      model: "rules",
    }).requests;
  const first = await counts();
  const second = await counts();
  const asked = first.upstream + first.cacheHits + first.coalesced;
  return [
    {
      what: "upstream requests of six analysts (14 distinct resources)",
      value: first.upstream,
      unit: "",
      atMost: 14,
      reference: `${asked} without a cache`,
    },
    {
      what: "upstream requests of a second run",
      value: second.upstream,
      unit: "",
      atMost: 0,
      reference: `${asked} without a cache`,
    },
  ];
};
