import { lengthOf, type Span } from "#core/span.ts";
import { analyseOnce, benchDesk } from "./desk.ts";
import { type Benchmark, median, repeat } from "./measure.ts";

const TOOL_MS = 200;
const RUNS = 5;

/** Every tool call takes a fifth of a second, and all of an analyst's are in flight together. */
export const tools: Benchmark = async () => {
  const ports = benchDesk({ modelMs: 500, toolMs: TOOL_MS });
  const states = await repeat(RUNS, () => analyseOnce(ports));
  return [
    {
      what: `tools of ${TOOL_MS} ms each: tool phase / its slowest tool, worst analyst`,
      value: median(states.map(({ spans }) => worstPhase(spans))),
      unit: "x",
      atMost: 1.1,
      reference: "14 one after another (market analyst)",
    },
  ];
};

function worstPhase(spans: readonly Span[]): number {
  const analysts = spans.filter(({ kind }) => kind === "analyst");
  return Math.max(
    ...analysts.map(({ name }) => {
      const calls = spans.filter(({ parent }) => parent === name);
      const phase =
        Math.max(...calls.map(({ endedAt }) => endedAt)) -
        Math.min(...calls.map(({ startedAt }) => startedAt));
      return phase / Math.max(...calls.map(lengthOf));
    }),
  );
}
