import type { Action } from "#core/decision.ts";
import type { Stance } from "#core/report.ts";

const TONES: Readonly<Record<Action | Stance, "gain" | "loss" | "even">> = {
  buy: "gain",
  bullish: "gain",
  sell: "loss",
  bearish: "loss",
  hold: "even",
  neutral: "even",
};

/** What somebody has come to, in its colour; a text that says nothing of it has none. */
export function Badge({ of }: { readonly of: Action | Stance | null }) {
  if (of === null) return <span class="badge none">no stance</span>;
  return <span class={`badge ${TONES[of]}`}>{of}</span>;
}
