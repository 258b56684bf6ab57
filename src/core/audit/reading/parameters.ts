import { markAt, type Token, wordAt } from "./token.ts";

/** Names that end in a number, by their last word. */
const NAMED: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  Object.entries({
    nasdaq: [100],
    russell: [1000, 2000, 3000],
    dow: [30],
    jones: [30],
    industrial: [30],
    ftse: [100, 250, 350],
    nikkei: [225],
    cac: [40],
    dax: [30, 40],
    stoxx: [50, 600],
    fortune: [100, 500, 1000],
    wilshire: [5000],
    csi: [300, 500],
    asx: [20, 50, 100, 200, 300],
    tsx: [60],
    nifty: [50, 500],
    sensex: [30],
    ibex: [35],
    mib: [40],
    aex: [25],
    smi: [20],
    omx: [30],
    kospi: [200],
    topix: [100, 500],
    sp: [500],
    rsi: [14],
    atr: [14],
    adx: [14],
    dmi: [14],
    mfi: [14],
    cci: [14, 20],
    roc: [10, 12],
    ema: [5, 8, 9, 10, 12, 20, 21, 26, 34, 50, 100, 150, 200],
    sma: [5, 10, 20, 30, 50, 100, 150, 200],
    ma: [5, 10, 20, 30, 50, 100, 150, 200],
    dma: [5, 10, 20, 50, 100, 150, 200],
    wma: [10, 20, 50, 100, 200],
    vwma: [10, 20, 50],
    macd: [12, 26, 9],
    bollinger: [20, 2],
    bands: [20, 2],
    bb: [20, 2],
    stochastic: [14, 3, 5],
    stochastics: [14, 3, 5],
    oscillator: [14, 3],
    donchian: [20, 55],
  }).map(([name, numbers]) => [name, new Set(numbers)]),
);

/** S&P 500 and its sisters. */
const STANDARD_AND_POORS: ReadonlySet<number> = new Set([100, 400, 500, 600, 1500]);

/** Words that a number of order or of a model follows: "Form 4", "Windows 11", "Scenario 2". */
const NUMBERED: ReadonlySet<string> = new Set(
  [
    "form rule section article chapter schedule item note exhibit figure table appendix page",
    "phase type tier series model case step round scenario reason catalyst factor category class",
    "windows office xbox boeing airbus covid version generation gen top big mag magnificent number",
    "stage part",
  ].flatMap((words) => words.split(" ")),
);

/** Numbers of order are small; "volume 40,000" is a figure. */
const MOST_NUMBERED = 999;

/**
 * Whether a bare number is a part of the name before or after it, or a parameter of what it names:
 * S&P 500, RSI 14, RSI(14), MACD (12, 26, 9), 50 SMA, iPhone 17.
 */
export function isParameter(tokens: readonly Token[], place: number): boolean {
  const text = tokens[place]?.text ?? "";
  if (!/^\d{1,4}$/.test(text)) return false;
  const value = Number(text);
  const after = NAMED.get(wordAt(tokens, place + 1));
  if (after?.has(value)) return true;
  const name = nameOf(tokens, place);
  const word = wordAt(tokens, name);
  if (NAMED.get(word)?.has(value)) return true;
  if (word === "p" && markAt(tokens, name - 1) === "&") return STANDARD_AND_POORS.has(value);
  if (markAt(tokens, place - 1) === "." && wordAt(tokens, place - 2) === "no") return true;
  if (name !== place - 1) return false;
  return (NUMBERED.has(word) && value <= MOST_NUMBERED) || isProduct(tokens[name]?.text ?? "");
}

const MOST_IN_PARENTHESES = 6;

/** Where the word stands that a number follows, at once or with others in parentheses. */
function nameOf(tokens: readonly Token[], place: number): number {
  const before = place - 1;
  if (tokens[before]?.kind === "word") return before;
  for (let at = before; at > before - MOST_IN_PARENTHESES; at--) {
    const mark = markAt(tokens, at);
    if (mark === "(") return at - 1;
    if (mark !== "," && tokens[at]?.kind !== "number") break;
  }
  return -1;
}

/** iPhone, PlayStation */
function isProduct(text: string): boolean {
  return /[a-z][A-Z]/.test(text);
}
