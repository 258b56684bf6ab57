import { errorOf } from "./failure.ts";
import type { Opened } from "./lines.ts";
import { differs } from "./misfit.ts";
import type { OpenMarket } from "./recording-opener.ts";
import type { Refusal } from "./refusal.ts";

/** An opener that answers as the recorded one did, to the recorded question and to no other. */
export function replayOpener(opened: Opened, refusal: Refusal): OpenMarket {
  return async ({ symbol, asOf }, { signal, onAccess }) => {
    signal?.throwIfAborted();
    const { query, accesses, outcome } = opened;
    if (symbol !== query.symbol) refusal.refuse(differs("ticker", query.symbol, symbol));
    if (asOf !== query.asOf) refusal.refuse(differs("asOf", query.asOf, asOf));
    for (const access of accesses) onAccess?.(access);
    if ("failure" in outcome) throw errorOf(outcome.failure);
    return outcome.value;
  };
}
