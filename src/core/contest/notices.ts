import type { Provenance } from "../result.ts";
import { styleOf } from "./author.ts";
import type { ContestRequest } from "./contest.ts";

/** What a reader must know before believing any of a contest, each a sentence. */
export function contestNotices(
  { authors }: Pick<ContestRequest, "authors">,
  { data, warnings }: { readonly data: Provenance; readonly warnings: readonly string[] },
): string[] {
  const live = authors.filter(({ model }) => styleOf(model) === null).map(({ name }) => name);
  return [
    ...(data.notice === null ? [] : [data.notice]),
    ...warnings,
    ...(live.length === 0 || data.synthetic
      ? []
      : [
          `${live.join(", ")} may have seen these prices in training, those out of sample too: only days after a model was made are new to it.`,
        ]),
  ];
}
