import type { Audit, AuditedFigure } from "#core/audit/audit.ts";
import type { Fact } from "#core/fact.ts";
import { type FigureSource, figureSource } from "#core/render/figure-source.ts";

/** A figure of a text with its place in the audit. */
export interface PlacedFigure {
  readonly place: number;
  readonly item: AuditedFigure;
}

/** What a page knows of the figures of its texts. */
export interface FigureBook {
  /** Those of one text, in the order in which they stand there. */
  inText(where: string): readonly PlacedFigure[];
  /** Where a figure comes from; null where there is no such place. */
  source(place: number): FigureSource | null;
  /** The number of its source in the list of all; null where it has none. */
  noteOf(place: number): number | null;
  /** Every source that is cited, once, in the order in which the page cites them. */
  readonly notes: readonly FigureSource[];
}

/** The decision is shown before what it was made of. */
const FIRST = /^(?:decision|samples)\./;

export function figureBook({ items }: Audit, facts: readonly Fact[]): FigureBook {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const placed = items.map((item, place): PlacedFigure => ({ place, item }));
  const texts = Map.groupBy(placed, ({ item }) => item.where);
  const shown = [
    ...placed.filter(({ item }) => FIRST.test(item.where)),
    ...placed.filter(({ item }) => !FIRST.test(item.where)),
  ];
  const numbers = new Map<string, number>();
  const notes: FigureSource[] = [];
  for (const { item } of shown) {
    const key = keyOf(item);
    if (key === null || numbers.has(key)) continue;
    numbers.set(key, notes.push(figureSource(item, known)));
  }
  return {
    inText: (where) => texts.get(where) ?? [],
    source(place) {
      const item = items[place];
      return item === undefined ? null : figureSource(item, known);
    },
    noteOf(place) {
      const item = items[place];
      const key = item === undefined ? null : keyOf(item);
      return key === null ? null : (numbers.get(key) ?? null);
    },
    notes,
  };
}

/** One source a fact, one a derivation. */
function keyOf({ status, derivation, factId }: AuditedFigure): string | null {
  return status === "unsourced" ? null : (derivation ?? factId);
}
