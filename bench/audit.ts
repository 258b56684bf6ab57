import { auditFigures } from "#core/audit/audit-figures.ts";
import { passagesOf } from "#core/audit/passages.ts";
import { factsBehind, saidBy } from "#graphs/analysis/said-by.ts";
import { analyseOnce, benchDesk } from "./desk.ts";
import { type Benchmark, median, repeat } from "./measure.ts";

const BYTES = 100_000;
const RUNS = 7;

/** The audit of 100 kB of a desk's own texts against the facts that they were written from. */
export const audit: Benchmark = async () => {
  const state = await analyseOnce(benchDesk({}), "deep");
  const facts = factsBehind(state);
  const whole = passagesOf(saidBy(state));
  const passages = [...whole];
  const size = () => Buffer.byteLength(passages.map(({ text }) => text).join(""));
  while (size() < BYTES) passages.push(...whole);
  const times = await repeat(RUNS, async () => {
    const startedAt = performance.now();
    auditFigures(passages, facts);
    return performance.now() - startedAt;
  });
  return [
    {
      what: `figure audit of 100 kB of reports against ${facts.length} facts, median`,
      value: (median(times) * BYTES) / size(),
      unit: "ms",
      atMost: 100,
      reference: "a run's own texts are about 20 kB",
    },
  ];
};
