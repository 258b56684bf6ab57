import type { SymbolQuery } from "../ports.ts";
import { symbolForm } from "../symbol-form.ts";
import { isHindsight } from "./hindsight.ts";
import type { KeptDecision } from "./kept-decision.ts";
import { isDue } from "./reviewed.ts";
import { oncePerDay } from "./which-count.ts";

/** More would fill a prompt and tell no more. */
const MOST_DECISIONS = 20;
const MOST_PEERS = 4;

interface RecordSubject extends SymbolQuery {
  /** null where it is not known, and for what has none. */
  readonly sector: string | null;
}

/**
 * The decisions that say how well the desk knows a symbol: those on it and those on its peers whose
 * horizons have passed by `asOf`, the newest of each, newest first. None is made in hindsight, and
 * none is the second of its symbol and day.
 *
 * @param decisions of one source and the same models
 */
export function selectRecord(
  decisions: readonly KeptDecision[],
  subject: RecordSubject,
): { readonly own: readonly KeptDecision[]; readonly peers: readonly KeptDecision[] } {
  const due = oncePerDay(decisions.filter((decision) => !isHindsight(decision)))
    .filter((decision) => isDue(decision, subject.asOf))
    .toSorted((a, b) => compare(b.asOf, a.asOf) || compare(b.decidedAt, a.decidedAt));
  const ofPeers = due.filter((decision) => isPeer(decision, subject));
  const symbols = [...new Set(ofPeers.map(({ symbol }) => symbol))].slice(0, MOST_PEERS);
  return {
    own: due.filter(({ symbol }) => symbol === subject.symbol).slice(0, MOST_DECISIONS),
    peers: ofPeers.filter(({ symbol }) => symbols.includes(symbol)).slice(0, MOST_DECISIONS),
  };
}

/** Of the same sector; where there are no sectors, of the same form: an index, a currency, a coin. */
function isPeer({ symbol, sector }: KeptDecision, subject: RecordSubject): boolean {
  if (symbol === subject.symbol || sector !== subject.sector) return false;
  if (sector !== null) return true;
  const form = symbolForm(subject.symbol);
  return form !== "share" && symbolForm(symbol) === form;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
