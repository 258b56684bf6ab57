import type { Day } from "../day.ts";
import { DUST } from "./dust.ts";
import type { ExecutionRules } from "./execution-rules.ts";
import { Lots } from "./lots.ts";

/** Cash and holdings, and what orders make of them. */
export class Account {
  cash: number;
  /** Negative for a short. */
  shares = 0;
  readonly lots: Lots;
  readonly #rules: ExecutionRules;

  constructor(rules: ExecutionRules) {
    this.cash = rules.cash;
    this.lots = new Lots(rules.commission);
    this.#rules = rules;
  }

  /**
   * Fills what can be filled of an order at a bar's open: it first closes what is held the other way,
   * then opens what can be paid for.
   *
   * @param order shares to buy; to sell where it is negative
   * @returns commission and slippage, in cash
   */
  fill(order: number, open: number, date: Day): number {
    const { wholeShares, allowShort, slippage } = this.#rules;
    const size = wholeShares ? Math.trunc(order) : order;
    const side = Math.sign(size);
    const price = open * (1 + side * slippage);
    const wanted = Math.abs(size);
    let left = wanted;
    let filled = 0;
    if (this.shares * side < 0) {
      filled = Math.min(wanted, Math.abs(this.shares));
      this.#close(filled, side, price, date);
      left -= filled;
    }
    if (left > wanted * DUST && (side > 0 || allowShort)) {
      filled += this.#open(left, side, price, open, date);
    }
    return filled * (open * slippage + price * this.#rules.commission);
  }

  /** Closes all at a price because nothing is left: there is no cash from then on. Returns the commission. */
  ruin(price: number, date: Day): number {
    const commission = Math.abs(this.shares) * price * this.#rules.commission;
    this.lots.closeAll(price, date);
    this.shares = 0;
    this.cash = 0;
    return commission;
  }

  #close(count: number, side: number, price: number, date: Day): void {
    const held = Math.abs(this.shares);
    this.cash -= count * price * (side + this.#rules.commission);
    if (count === held) this.lots.closeAll(price, date);
    else this.lots.close(count, price, date);
    this.shares = this.lots.isEmpty ? 0 : this.shares + side * count;
  }

  /** Returns how many shares were bought, or sold short. */
  #open(wanted: number, side: number, price: number, open: number, date: Day): number {
    const { commission, wholeShares } = this.#rules;
    const unit = price * (1 + commission);
    // A short's proceeds are cash but pay for nothing: what it would take to buy it back is bound too.
    const power = this.shares < 0 ? this.cash + 2 * this.shares * open : this.cash;
    const most = wholeShares ? Math.floor((power / unit) * (1 + DUST)) : power / unit;
    const count = Math.min(wanted, most);
    if (count <= Math.abs(this.shares) * DUST) return 0;
    const cash = this.cash - count * price * (side + commission);
    const isAllIn = side > 0 && cash < power * DUST;
    this.cash = isAllIn ? 0 : cash;
    this.shares += side * count;
    this.lots.open(side * count, price, date);
    return count;
  }
}
