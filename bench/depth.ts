import { type Depth, depths } from "#core/depth.ts";
import { timelineOf } from "#core/timeline.ts";
import { analyseOnce, benchDesk } from "./desk.ts";
import { type Benchmark, type Measure, median, repeat } from "./measure.ts";

const MODEL_MS = 1_000;
const RUNS = 3;

/** Model calls that have to wait for each other, and what there would be one after another. */
const CALLS: Readonly<Record<Depth, { readonly deep: number; readonly all: number }>> = {
  quick: { deep: 2, all: 7 },
  standard: { deep: 3, all: 9 },
  deep: { deep: 5, all: 13 },
};

/** Whole runs whose every model call takes a second: what can be parallel is. */
export const depth: Benchmark = async () => {
  const ports = benchDesk({ modelMs: MODEL_MS });
  // Code that runs for the first time is measured elsewhere.
  await analyseOnce(benchDesk({}), "deep");
  const measures: Measure[] = [];
  for (const name of depths) {
    const walls = await repeat(RUNS, async () => {
      const { spans } = await analyseOnce(ports, name);
      return timelineOf(spans).wallMs;
    });
    const { deep, all } = CALLS[name];
    measures.push({
      what: `depth ${name}, model L = ${MODEL_MS / 1_000} s: wall / L`,
      value: median(walls) / MODEL_MS,
      unit: "L",
      atMost: deep + 0.2,
      reference: `${deep} calls deep; ${all} one after another`,
    });
  }
  return measures;
};
