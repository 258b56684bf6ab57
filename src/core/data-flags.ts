import { type DataFlag, dataFlagKinds } from "./data-flag.ts";
import { laterShareFlags } from "./data-flags/later-shares.ts";
import { missingFlags, type TriedCall } from "./data-flags/missing.ts";
import { mixedCurrencyFlags } from "./data-flags/mixed-currency.ts";
import { splitBrokenFlags } from "./data-flags/split-broken.ts";
import { staleFlags } from "./data-flags/stale.ts";
import type { Day } from "./day.ts";
import { distinctFacts, type Fact } from "./fact.ts";

/**
 * What is amiss with a run's data, each once however many have asked for it: by kind, then by
 * subject.
 */
export function dataFlagsOf(
  facts: readonly Fact[],
  calls: readonly TriedCall[],
  asOf: Day,
): DataFlag[] {
  const distinct = distinctFacts(facts);
  const flags = [
    ...staleFlags(distinct, asOf),
    ...splitBrokenFlags(distinct),
    ...mixedCurrencyFlags(distinct),
    ...laterShareFlags(distinct),
    ...missingFlags(distinct, calls, asOf),
  ];
  return flags.sort(
    (a, b) =>
      dataFlagKinds.indexOf(a.kind) - dataFlagKinds.indexOf(b.kind) ||
      compare(a.subject, b.subject) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
