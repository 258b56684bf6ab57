import "#app/interpreted-schemas.ts";
import { analysts } from "./analysts.ts";
import { audit } from "./audit.ts";
import { chains } from "./chains.ts";
import { coldStart } from "./cold-start.ts";
import { depth } from "./depth.ts";
import { distributed } from "./distributed.ts";
import { engine } from "./engine.ts";
import { kills } from "./kills.ts";
import { limiter } from "./limiter.ts";
import { type Benchmark, holds, type Measure, table } from "./measure.ts";
import { page } from "./page.ts";
import { requests } from "./requests.ts";
import { sandbox } from "./sandbox.ts";
import { strategies } from "./strategies.ts";
import { tools } from "./tools.ts";
import { watchlist } from "./watchlist.ts";

const benchmarks: Readonly<Record<string, Benchmark>> = {
  analysts,
  depth,
  tools,
  requests,
  limiter,
  audit,
  "cold-start": coldStart,
  watchlist,
  distributed,
  kills,
  engine,
  sandbox,
  strategies,
  chains,
  page,
};

const names = Object.keys(benchmarks);
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`Error: no benchmark "${unknown}". Valid: ${names.join(", ")}.\n`);
  process.exit(2);
}
const measures: Measure[] = [];
// One after another: they must not disturb each other's times.
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (wanted.length === 0 || wanted.includes(name)) measures.push(...(await benchmark()));
}
process.stdout.write(`${table(measures)}\n`);
process.exitCode = measures.every(holds) ? 0 : 1;
