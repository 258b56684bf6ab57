import type { Day } from "../day.ts";
import type { OpenLot, Trade } from "./backtest-run.ts";
import { DUST } from "./dust.ts";

/** Shares of one opening fill that are still held; negative for a short. */
interface Lot {
  readonly date: Day;
  readonly price: number;
  shares: number;
}

/**
 * What is held, fill by fill. The first bought is the first sold, and what is sold in part is split: as
 * backtesting.py does.
 */
export class Lots {
  readonly trades: Trade[] = [];
  readonly #held: Lot[] = [];
  readonly #commission: number;

  /** @param commission a share of a fill's value, paid on the way in and on the way out */
  constructor(commission: number) {
    this.#commission = commission;
  }

  /** Adds a fill; all that is held is of one sign. */
  open(shares: number, price: number, date: Day): void {
    this.#held.push({ date, price, shares });
  }

  /** Closes so many of the first shares, a number above 0, at a price. */
  close(count: number, price: number, date: Day): void {
    let left = count;
    for (let lot = this.#held[0]; lot !== undefined && left > 0; lot = this.#held[0]) {
      const size = Math.abs(lot.shares);
      if (left < size * (1 - DUST)) {
        const part = Math.sign(lot.shares) * left;
        this.#record(lot, part, price, date);
        lot.shares -= part;
        return;
      }
      this.#record(lot, lot.shares, price, date);
      this.#held.shift();
      left -= size;
      if (left <= count * DUST) return;
    }
  }

  /** Closes all that is held at a price. */
  closeAll(price: number, date: Day): void {
    for (const lot of this.#held) this.#record(lot, lot.shares, price, date);
    this.#held.length = 0;
  }

  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  /** What is held, at a price. */
  markedAt(price: number): OpenLot[] {
    return this.#held.map(({ date, price: entryPrice, shares }) => ({
      entryDate: date,
      entryPrice,
      shares,
      profit: shares * (price - entryPrice) - this.#commission * Math.abs(shares) * entryPrice,
    }));
  }

  #record({ date, price: entryPrice }: Lot, shares: number, exitPrice: number, exitDate: Day) {
    const commission = this.#commission * Math.abs(shares) * (entryPrice + exitPrice);
    const profit = shares * (exitPrice - entryPrice) - commission;
    this.trades.push({ entryDate: date, exitDate, entryPrice, exitPrice, shares, profit });
  }
}
