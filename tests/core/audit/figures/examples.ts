import type { Desk } from "./desks.ts";
import { asTrue, mutate, type Sample } from "./mutations.ts";
import { createRandom } from "./random.ts";
import { templatesIn } from "./templates.ts";
import type { Wordings } from "./wordings.ts";

/** So many true figures, and as many made false, the same for the same key. */
export function samplesOf(
  desks: readonly Desk[],
  wordings: Wordings,
  key: string,
  count: number,
): Sample[] {
  const random = createRandom(key);
  const templates = templatesIn(wordings);
  const samples: Sample[] = [];
  while (samples.length < 2 * count) {
    const specimen = random.pick(templates)(random.pick(desks), random);
    if (specimen === null) continue;
    const isTrue = samples.length % 2 === 0;
    samples.push(isTrue ? asTrue(specimen) : mutate(specimen, random));
  }
  return samples;
}
