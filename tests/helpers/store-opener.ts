import { systemClock } from "#runtime/clock.ts";
import { openDatabase } from "#runtime/store/database.ts";
import { planned } from "../core/run-examples.ts";
import { runsOf } from "./runs-of.ts";

/** A process of its own that opens a database and begins and ends some runs: where, name, how many. */
const [where = "", name = "", count = ""] = process.argv.slice(2);
const url = where.startsWith("postgres://") ? where : null;
const database = await openDatabase({ url, folder: where });
const runs = runsOf(database, systemClock);
for (let i = 0; i < Number(count); i += 1) {
  const claim = await runs.begin(planned({ id: `${name}-${i}` }));
  await claim.stepStarted("news_analyst");
  await claim.end({ state: "interrupted", error: "the test is over" });
}
await database.close();
