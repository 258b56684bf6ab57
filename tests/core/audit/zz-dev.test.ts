import { it } from "vitest";
import { writeFileSync } from "node:fs";
import { openDesks } from "./figures/desks.ts";
import { evaluate } from "./figures/evaluate.ts";
import { firstWordings } from "./figures/first-wordings.ts";
import { heldOutWordings } from "./figures/held-out-wordings.ts";
import { samplesOf } from "./figures/samples.ts";
it("dev", async () => {
  const desks = await openDesks();
  writeFileSync("/tmp/aud/dev.txt", evaluate(samplesOf(desks, firstWordings, process.env.KEY ?? "dev", 1000)).report);
  if (process.env.HELD) writeFileSync("/tmp/aud/held.txt", evaluate(samplesOf(desks, heldOutWordings, process.env.KEY ?? "held", 1000)).report);
}, 120000);
