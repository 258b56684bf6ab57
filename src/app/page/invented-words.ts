import type { Provenance } from "#core/result.ts";

/** What is said of bars that are invented; null where they are not. */
export function inventedWords({ synthetic, notice }: Provenance): string | null {
  return synthetic ? (notice ?? "These bars come from a made-up market.") : null;
}
