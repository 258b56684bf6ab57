import { lazily } from "../../lazily.ts";

/** What a `$` alone may be, the likeliest first. */
const DOLLARS = ["USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD", "MXN", "BRL"] as const;

/** Codes as Yahoo writes them: GBp, ZAc and ILA are hundredths of GBP, ZAR and ILS. */
const CODES = [
  ..."USD EUR GBP JPY CHF CNY CNH HKD CAD AUD NZD SGD TWD KRW INR IDR MYR THB PHP VND".split(" "),
  ..."PKR LKR BDT SEK NOK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH ILS AED SAR QAR KWD".split(" "),
  ..."EGP ZAR NGN KES MXN BRL ARS CLP COP PEN UYU GBp ZAc ILA BTC ETH USDT USDC".split(" "),
];

const SIGNS: readonly (readonly [string, readonly string[]])[] = [
  ["$", DOLLARS],
  ["US$", ["USD"]],
  ["C$", ["CAD"]],
  ["CA$", ["CAD"]],
  ["A$", ["AUD"]],
  ["AU$", ["AUD"]],
  ["HK$", ["HKD"]],
  ["NZ$", ["NZD"]],
  ["S$", ["SGD"]],
  ["NT$", ["TWD"]],
  ["MX$", ["MXN"]],
  ["R$", ["BRL"]],
  ["€", ["EUR"]],
  ["£", ["GBP"]],
  ["¥", ["JPY", "CNY"]],
  ["￥", ["JPY", "CNY"]],
  ["CN¥", ["CNY"]],
  ["JP¥", ["JPY"]],
  ["RMB", ["CNY"]],
  ["₹", ["INR"]],
  ["Rs", ["INR", "PKR", "LKR"]],
  ["Rs.", ["INR", "PKR", "LKR"]],
  ["₩", ["KRW"]],
  ["₽", ["RUB"]],
  ["₺", ["TRY"]],
  ["₪", ["ILS"]],
  ["₫", ["VND"]],
  ["₱", ["PHP"]],
  ["฿", ["THB"]],
  ["zł", ["PLN"]],
  ["kr", ["SEK", "NOK", "DKK"]],
  ["Fr", ["CHF"]],
  ["GBX", ["GBp"]],
];

const bySign = lazily<ReadonlyMap<string, readonly string[]>>(
  () => new Map([...CODES.map((code) => [code, [code]] as const), ...SIGNS]),
);

/** How an amount names its currency, and the power of ten that it counts in: cents are -2. */
export interface Currency {
  readonly currencies: readonly string[];
  readonly exponent: number;
}

const byWord = lazily<ReadonlyMap<string, Currency>>(
  () =>
    new Map([
      ...named("dollar dollars", DOLLARS),
      ...named("euro euros", ["EUR"]),
      ...named("pound pounds sterling", ["GBP"]),
      ...named("yen", ["JPY"]),
      ...named("franc francs", ["CHF"]),
      ...named("yuan renminbi", ["CNY"]),
      ...named("rupee rupees", ["INR", "PKR", "LKR"]),
      ...named("won", ["KRW"]),
      ...named("real reais", ["BRL"]),
      ...named("peso pesos", ["MXN", "PHP", "ARS", "CLP", "COP"]),
      ...named("krona kronor", ["SEK"]),
      ...named("krone kroner", ["NOK", "DKK"]),
      ...named("pence", ["GBp"]),
      ...named("cent cents", [...DOLLARS, "EUR"], -2),
    ]),
);

function named(words: string, currencies: readonly string[], exponent = 0) {
  return words.split(" ").map((word): [string, Currency] => [word, { currencies, exponent }]);
}

/** The currency of a code or a sign, which may stand before a number or after it: USD, GBp, US$, €. */
export function currencyOf(sign: string): readonly string[] | null {
  return bySign().get(sign) ?? null;
}

/** The currency of a word that stands after a number: dollars, pence. */
export function currencyOfWord(word: string): Currency | null {
  return byWord().get(word) ?? null;
}

/** A code or a sign of letters that a number or a sign follows at once: `USD189`, `US$`, `Rs. 5`. */
export const CURRENCY_AFFIX = new RegExp(
  String.raw`(?:US|CA?|AU?|HK|NZ|NT|MX|S|R)\$|(?:CN|JP)¥|Rs\.?(?=\s?\d)|(?:${CODES.join("|")}|RMB|GBX)(?=[-−–+]?\d)`,
  "y",
);
