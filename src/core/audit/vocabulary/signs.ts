import { lazily } from "../../lazily.ts";
import { PhraseBook } from "../phrase-book.ts";

/**
 * What a word says of a figure beside it. `up` and `down` tell a direction; `apart` a size without one;
 * `doubt` takes a direction back ("not", "would"); the rest say which period it is of.
 */
export type Sign =
  | "up"
  | "down"
  | "apart"
  | "doubt"
  | "annual"
  | "quarterly"
  | "year_before"
  | "period_before"
  | "year_ago_quarter"
  | "year_on_year"
  | "past";

const UP = [
  "(rise|rises|rose|risen|rising|gain|gains|gained|gaining|grow|grows|grew|grown|growing)",
  "(up|above|higher|upwards|increase|increases|increased|increasing|climb|climbs|climbed|climbing)",
  "(jump|jumps|jumped|advance|advances|advanced|surge|surges|surged|rally|rallies|rallied|soared)",
  "(added|adds|beat|beats|beaten|beating|exceed|exceeds|exceeded|top|tops|topped|ahead|upside)",
  "(outperform|outperforms|outperformed|outpaced|improved|improves|expanded|expands|premium|leads)",
  "(strengthened|rebounded|recovered|more|greater|spiked|popped|appreciated|accelerated|swelled)",
  "((put|puts) on|picked up|crept up|edged up|ticked up|ran up)",
];
const DOWN = [
  "(fall|falls|fell|fallen|falling|lose|loses|lost|losing|loss|losses|shed|sheds)",
  "(shrink|shrinks|shrank|shrunk|shrinking|down|below|lower|downwards|under|beneath|behind)",
  "(decrease|decreases|decreased|decline|declines|declined|declining|drop|drops|dropped|dropping)",
  "(slide|slides|slid|slip|slips|slipped|contract|contracts|contracted|miss|misses|missed)",
  "(trails|trailed|lag|lags|lagged|lagging|underperform|underperforms|underperformed|weakened)",
  "(tumble|tumbled|tumbles|plunge|plunged|plunges|sank|sunk|retreated|eased|dipped|downside)",
  "(plummeted|crashed|collapsed|sagged|softened|cooled|dived|depreciated|worsened|erased|wiped)",
  "((gave|give|gives|given|giving|handed|hands) (up|back)|pulled back|backed off|came off)",
  "(drawdown|discount|deficit|cut|reduced|negative|minus|outflow|less|fewer|short of|off|worse)",
];
const DOUBT = [
  "(not|never|neither|nor|hardly|barely|without|no longer|no)",
  "(didn|doesn|hasn|isn|wasn|won|couldn|wouldn) t",
  "(would|could|should|if|unless|may|might|until|once|whether|needs|need|must|to break|risk of)",
];
const A_YEAR = "(a|one|the)? year (before|ago|earlier|prior)";

const signs = [
  ["up", UP],
  ["down", DOWN],
  ["apart", ["(distance|gap|away|difference|differs|apart|spread|swing|range|within|from)"]],
  ["doubt", DOUBT],
  [
    "annual",
    [
      "(annual|annually|full year|fiscal year|financial year|fiscal|fy)",
      "year (to|ended|ending|end)",
      "(in|for|over|of)? (the)? (last|past|latest|this|whole|entire) (fiscal|full|financial)? year",
      "(in|for) the year",
      "twelve months to",
    ],
  ],
  ["quarterly", ["(quarters?|quarterly|q1|q2|q3|q4|three months to)"]],
  [
    "year_ago_quarter",
    [
      "(year ago|year earlier|prior year) quarter",
      `(the)? (same)? quarter ${A_YEAR}`,
      "(the)? same quarter (of)? (last|the previous|the prior) year",
    ],
  ],
  ["year_before", [A_YEAR, "(the)? (prior|previous|preceding) (fiscal|financial)? year"]],
  ["year_on_year", ["(year on year|year over year|yoy|y o y|y y|on the year ago quarter)"]],
  [
    "period_before",
    [
      "(the)? (previous|prior|preceding) quarter",
      "quarter (before|earlier)",
      "(quarter on quarter|quarter over quarter|qoq|q q|sequentially|sequential)",
    ],
  ],
  ["past", ["(ago|earlier|before|previously|formerly|had|was|were|then|from|prior|previous)"]],
] as const satisfies readonly (readonly [Sign, readonly string[]])[];

/** The words that tell a direction or a period. A word may tell two: "from". */
export const signWords = lazily(() => {
  const book = new PhraseBook<readonly Sign[]>((one, other) => [...one, ...other]);
  for (const [sign, patterns] of signs) {
    for (const pattern of patterns) book.add(pattern, [sign]);
  }
  return book;
});
