/** Tickers as people write them in a sentence: in capital letters, or a number with its exchange. */
const TICKER =
  /(?<![\w.^$&-])(?:\^?[A-Z][A-Z0-9]{0,6}(?:[.-][A-Z]{1,4})?(?:=[XF])?|\d{4,6}\.[A-Z]{2})(?![\w-])/g;

/** Words that are written in capital letters and name nothing that is traded. */
const WORDS: ReadonlySet<string> = new Set(
  `A I AI AN AND API AS AT BE BUT BY CEO CFO CPI CSV DO EBITDA EPS ESG ETF EU EUR EV FED FOR FROM GBP
  GDP HTML IF IN IPO IS IT JPY JSON MD NO NOT OF OK ON ONE ONLY OR PDF PE Q1 Q2 Q3 Q4 ROE ROI SEC SO TABLE THE TO TWO
  UK US USA USD VAT VIX YAML YES YOU ADX ATR EMA MACD MFI MUST NEVER OBV RSI SMA SUM TOP TTM YOY CHF CNY`.split(
    /\s+/,
  ),
);

const MOST = 5;

/** The tickers that a text names, each once, in its order; the first five of them. */
export function symbolsIn(text: string): string[] {
  const named = [...text.matchAll(TICKER)].map(([symbol]) => symbol);
  return [...new Set(named)].filter((symbol) => !WORDS.has(symbol)).slice(0, MOST);
}
