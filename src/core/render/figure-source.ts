import type { AuditedFigure } from "../audit/audit.ts";
import { idsBehind } from "../audit/cited-facts.ts";
import { idsIn } from "../audit/ids-in.ts";
import type { Fact } from "../fact.ts";
import { factValue } from "./fact-value.ts";
import { oneLine } from "./one-line.ts";

/** A fact that a figure is explained by, in words. */
export interface SourceFact {
  readonly label: string;
  readonly value: string;
  /** Who said it, by which call, and of when it is. */
  readonly origin: string;
  /** How it was made, or why it is unknown; null where there is nothing to say. */
  readonly note: string | null;
}

/** Where a figure of a text comes from, in words: what a reader is shown who points at it. */
export interface FigureSource {
  readonly status: AuditedFigure["status"];
  /** A fact's label, how it is derived, or why it has no source. */
  readonly what: string;
  /** What it is or is made of; of an unsourced one, what comes nearest. */
  readonly facts: readonly SourceFact[];
}

/** @param known all facts that figures may come from, by their ids */
export function figureSource(item: AuditedFigure, known: ReadonlyMap<string, Fact>): FigureSource {
  const { status, factId, derivation } = item;
  const ids = derivation === null ? idsBehind(item) : idsIn(derivation);
  const facts = ids.flatMap((id) => known.get(id) ?? []);
  const named = factId === null ? undefined : known.get(factId);
  return { status, what: whatOf(item, named, known), facts: facts.map(sourceFact) };
}

function whatOf(
  { status, factId, derivation, problem, nearest }: AuditedFigure,
  fact: Fact | undefined,
  known: ReadonlyMap<string, Fact>,
): string {
  if (status === "unsourced") {
    if (problem !== null) return oneLine(problem);
    return nearest === null
      ? "No fact of this run has this figure."
      : "No fact of this run has this figure; one comes near.";
  }
  if (derivation !== null) return oneLine(inLabels(derivation, known));
  return oneLine(fact?.label ?? factId ?? "");
}

/** A derivation with what its facts are called in place of their ids. */
function inLabels(derivation: string, known: ReadonlyMap<string, Fact>): string {
  return derivation.replace(/[^\s()]+:[\w.]+/g, (id) => known.get(id)?.label ?? id);
}

function sourceFact(fact: Fact): SourceFact {
  const { label, tool, args, source, asOf, availableAt, note } = fact;
  const given = Object.values(args).join(", ");
  const call = given === "" ? [] : [`${tool}(${given})`];
  const known =
    availableAt === null || availableAt === asOf ? [] : [`known from ${minute(availableAt)}`];
  const origin = [
    source,
    ...call,
    `as of ${asOf === null ? "an unknown time" : minute(asOf)}`,
    ...known,
  ].join(" · ");
  return {
    label: oneLine(label),
    value: factValue(fact),
    origin: oneLine(origin),
    note: note === null ? null : oneLine(note),
  };
}

/** @example minute("2026-11-20T21:00:00.000Z") // "2026-11-20 21:00 UTC" */
function minute(time: string): string {
  return time.replace(/T(\d\d:\d\d).*$/, " $1 UTC");
}
