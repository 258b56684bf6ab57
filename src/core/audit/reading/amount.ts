import { accountingAt } from "./accounting.ts";
import { type Measure, measureAt } from "./measure.ts";
import { type Numeral, numeral } from "./numeral.ts";
import { currencyBefore, signBefore } from "./prefix.ts";
import { gluedAt, type Token } from "./token.ts";

/** A number with what belongs to it, not yet held against its neighbours. */
export interface Amount extends Measure {
  /** Its first token; `to` is the one after its last. */
  readonly from: number;
  readonly numeral: Numeral;
  readonly sign: "+" | "-" | null;
}

/**
 * The amount around the number at a place; null where letters follow the number that are no unit (5G).
 *
 * @param taken the first place that belongs to no figure before it
 */
export function amountAt(tokens: readonly Token[], place: number, taken: number): Amount | null {
  const digits = numeral(tokens[place]?.text ?? "");
  if (digits === null) return null;
  const accounting = accountingAt(tokens, place, taken);
  if (accounting !== null) return { ...accounting, numeral: digits };
  const near = signBefore(tokens, place, taken);
  const named = currencyBefore(tokens, near?.from ?? place, taken);
  const sign = near ?? signBefore(tokens, named?.from ?? place, taken);
  const from = Math.min(place, near?.from ?? place, named?.from ?? place, sign?.from ?? place);
  const rest = measureAt(tokens, place + 1, named?.currencies ?? null, digits.decimals === 0);
  if (rest.to === place + 1 && glues(tokens, place + 1)) return null;
  return { ...rest, from, numeral: digits, sign: sign?.sign ?? null };
}

function glues(tokens: readonly Token[], place: number): boolean {
  return tokens[place]?.kind === "word" && gluedAt(tokens, place);
}
