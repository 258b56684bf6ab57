/** How a set of samples words what it says; `@` is the figure's place. */
export interface Wordings {
  /** By path: what a fact is called. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** About a NAME. */
  readonly levels: readonly string[];
  /** About two: NAME with @ and OTHER with its figure VALUE. */
  readonly twins: readonly string[];
  /** About a SUBJECT that moved over a SPAN, upwards and downwards. */
  readonly moves: readonly (readonly [up: string, down: string])[];
  /** The same with a signed figure. */
  readonly signedMoves: readonly string[];
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  readonly spans: Readonly<Record<string, readonly string[]>>;
  /** The price at PRICE is so far from a LEVEL at VALUE, above and below. */
  readonly distances: readonly (readonly [above: string, below: string])[];
  /** A LINE of a statement that changed, by PERIOD. */
  readonly growth: readonly (readonly [up: string, down: string])[];
  /** A LINE of a statement, by PERIOD. */
  readonly lines: readonly string[];
  readonly lineNames: Readonly<Record<string, readonly string[]>>;
  readonly years: readonly string[];
  readonly quarters: readonly string[];
  /** A NAME of a margin, by PERIOD. */
  readonly margins: readonly string[];
  readonly marginNames: readonly (readonly [name: string, over: string, under: string])[];
  /** An ONE that is a part of ANOTHER, which is VALUE. */
  readonly shares: readonly string[];
  /** A LINE in one PERIOD against VALUE before. */
  readonly surprise: readonly (readonly [up: string, down: string])[];
  readonly netCash: readonly string[];
  /** Basis points or percentage points that the yield moved over a SPAN. */
  readonly yields: readonly (readonly [up: string, down: string])[];
  readonly opinions: readonly string[];
  readonly indicatorMoves: readonly (readonly [up: string, down: string])[];
  readonly usualDays: readonly string[];
  /** No name, and a figure that is exact enough. */
  readonly unnamed: readonly string[];
  /** The bands run from LOW to the figure. */
  readonly ranges: readonly string[];
  /** The next report comes on a day. */
  readonly due: readonly string[];
  readonly tables: readonly string[];
  readonly hedges: readonly string[];
  /** From PRICE there is so much left to a LEVEL at VALUE, upwards and downwards. */
  readonly rooms: readonly (readonly [up: string, down: string])[];
  /** From ENTRY to TARGET, which is GAIN, and to STOP, which is LOSS: a reward to risk of RATIO. */
  readonly stakes: readonly string[];
  /** SIZE of a portfolio, of which a bad day takes RISK, so PART of the whole. */
  readonly portions: readonly string[];
  /** Somebody says QUOTE, and besides, the OTHER is VALUE. */
  readonly quotes: readonly string[];
}
