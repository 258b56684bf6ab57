import { counted } from "../render/counted.ts";
import type { ChainSummary } from "./chain-summary.ts";

/**
 * How many of those who were asked have answered, and how many were not asked.
 *
 * @example "3 of 3 agents answered, 1 skipped"
 */
export function answeredWords({
  done,
  failed,
  skipped,
}: Pick<ChainSummary, "done" | "failed" | "skipped">): string {
  const asked = counted(done + failed, "agent", "agents");
  return `${done} of ${asked} answered${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}
