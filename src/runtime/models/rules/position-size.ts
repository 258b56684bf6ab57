import type { Stake } from "./stake.ts";

/** What a position of full conviction may lose at its stop, in percent of the portfolio. */
const RISKED = 0.5;
/** No position is larger, in percent of the portfolio, however near its stop. */
export const LARGEST = 10;

/**
 * Fixed-fractional sizing (R. Vince, Portfolio Management Formulas, 1990): the position whose loss at
 * the stop is a fixed part of the portfolio, in percent of it with one decimal. Here the part is
 * {@link RISKED} x `conviction` (0 to 1) percent, and the position {@link LARGEST} percent at most.
 */
export function positionSize({ risk }: Stake, conviction: number): number {
  return oneDecimal(Math.min(LARGEST, ((RISKED * conviction) / risk) * 100));
}

/** A size as it is stated: in percent with one decimal. */
export function oneDecimal(size: number): number {
  return Math.round(size * 10) / 10;
}

/** @example sizeText(5.2) // "5.2 % of a portfolio" */
export function sizeText(size: number): string {
  return size === 0 ? bareSize(size) : `${bareSize(size)} of a portfolio`;
}

/** A size where the portfolio has been named. @example bareSize(0) // "no position" */
export function bareSize(size: number): string {
  return size === 0 ? "no position" : `${size} %`;
}
