const GOOD = new Set(
  `beat beats beating surge surges surged soar soars soared jump jumps jumped rally rallies rallied
  rise rises rose gain gains gained climb climbs climbed record strong stronger strongest strength
  upgrade upgrades upgraded raise raises raised outperform outperforms growth grow grows grew profit
  profitable profits win wins won approval approved approves breakthrough boost boosts boosted
  exceed exceeds exceeded tops topped optimistic optimism rebound rebounds rebounded recover recovers
  recovery expands expansion dividend buyback partnership success successful upbeat higher best`.split(
    /\s+/,
  ),
);

const BAD = new Set(
  `miss misses missed plunge plunges plunged fall falls fell drop drops dropped slump slumps slumped
  sink sinks sank tumble tumbles tumbled slide slides slid decline declines declined loss losses lose
  loses lost weak weaker weakest weakness downgrade downgrades downgraded cut cuts cutting lower lowers
  lowered underperform underperforms lawsuit lawsuits sue sues sued probe probes investigation fine
  fined recall recalls recalled layoff layoffs bankruptcy bankrupt default fraud warn warns warned
  warning fear fears crash crashes crashed selloff scandal ban bans banned delay delays delayed
  worst risk risks concern concerns slow slows slowing slowdown tariff tariffs`.split(/\s+/),
);

const NEGATIONS = new Set(["no", "not", "never", "without", "avoids", "avoid", "denies"]);

/** How a headline reads: 1 well, -1 badly, 0 neither, by counting the words of two small lists. */
export function toneOf(text: string): -1 | 0 | 1 {
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  const score = words.reduce((sum, word, index) => {
    const sign = Number(GOOD.has(word)) - Number(BAD.has(word));
    return sum + (NEGATIONS.has(words[index - 1] ?? "") ? -sign : sign);
  }, 0);
  if (score === 0) return 0;
  return score > 0 ? 1 : -1;
}

const AT_A_MACHINE =
  /\b(?:ignore|disregard|forget|override)\b.*\b(?:instructions?|prompts?|rules|above)\b|<\/?\w+>|\b(?:stance|confidence|system|assistant)\s*:/i;

/** Whether a text from the web speaks to a machine that reads it rather than to people. */
export function addressesAMachine(text: string): boolean {
  return AT_A_MACHINE.test(text);
}
