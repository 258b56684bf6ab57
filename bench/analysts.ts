import { timelineOf } from "#core/timeline.ts";
import { analyseOnce, benchDesk } from "./desk.ts";
import { type Benchmark, median, repeat } from "./measure.ts";

const MODEL_MS = 500;
const RUNS = 5;

/** Six analysts at once, each with one model call of half a second. */
export const analysts: Benchmark = async () => {
  const ports = benchDesk({ modelMs: MODEL_MS });
  const states = await repeat(RUNS, () => analyseOnce(ports));
  const timelines = states.map(({ spans }) => timelineOf(spans));
  return [
    {
      what: `six analysts, model ${MODEL_MS} ms: wall / slowest analyst`,
      value: median(
        timelines.map((line) => (line.analystsMs ?? NaN) / (line.slowestAnalystMs ?? NaN)),
      ),
      unit: "x",
      atMost: 1.02,
      reference: "6 one after another; 590 s / 120 s = 4.9 seen where parallel was promised",
    },
    {
      what: "start skew of six analysts, first run of a process",
      value: timelines[0]?.startSkewMs ?? NaN,
      unit: "ms",
      atMost: null,
      reference: "code that runs for the first time: the machine's speed shows",
    },
    {
      what: "start skew of six analysts, median",
      value: median(timelines.map((line) => line.startSkewMs ?? NaN)),
      unit: "ms",
      atMost: 10,
      reference: "0.1-0.2 for four bare nodes",
    },
  ];
};
