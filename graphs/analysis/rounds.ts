import type { Gap } from "#core/report.ts";
import type { Researcher, Reviewer } from "#core/role.ts";

/** How many rounds somebody has had, those without an answer included. */
export function roundsOf(
  role: Researcher | Reviewer,
  said: readonly { readonly speaker: string }[],
  silences: readonly Gap[],
): number {
  return (
    said.filter(({ speaker }) => speaker === role).length +
    silences.filter(({ analyst }) => analyst === role).length
  );
}
