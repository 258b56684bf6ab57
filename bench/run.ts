import "#app/interpreted-schemas.ts";
import { analysts } from "./analysts.ts";
import { audit } from "./audit.ts";
import { coldStart } from "./cold-start.ts";
import { depth } from "./depth.ts";
import { limiter } from "./limiter.ts";
import { type Measure, table } from "./measure.ts";
import { requests } from "./requests.ts";
import { tools } from "./tools.ts";

const measures: Measure[] = [];
// One after another: they must not disturb each other's times.
for (const benchmark of [analysts, depth, tools, requests, limiter, audit, coldStart]) {
  measures.push(...(await benchmark()));
}
process.stdout.write(`${table(measures)}\n`);
const missed = measures.some(({ value, atMost }) => atMost !== null && value > atMost);
process.exitCode = missed ? 1 : 0;
