import { percentAbove } from "../../price-change.ts";
import type { Known, When } from "../known.ts";
import { implied, percentOf, type Topics } from "./make.ts";

/** How lines of statements changed from one period to another, and from bars ago to now. */
export function impliedChanges(topics: Topics, names: readonly string[]): Known[] {
  return names.flatMap((topic) => {
    const values = topics.all(topic).filter(({ derivation }) => derivation === null);
    return values.flatMap((value) => {
      if (value.when.basis !== null) return sinceEarlier(value, values);
      return value.when.ago === null ? sinceBarsAgo(value, values) : [];
    });
  });
}

function sinceEarlier(value: Known, all: readonly Known[]): Known[] {
  const { basis, row } = value.when;
  const yearBack = basis === "annual" ? 1 : 4;
  return all.flatMap((earlier) => {
    const back = earlier.when.row - row;
    if (earlier.when.basis !== basis || back < 1) return [];
    const years = basis === "annual" && row === 0 ? back : 1;
    if (back !== yearBack && back !== 1 && years === 1) return [];
    const against = back === yearBack ? "year_before" : "period_before";
    const span = years > 1 ? `${years}y` : null;
    return between(value, earlier, { ...value.when, against, span });
  });
}

function sinceBarsAgo(value: Known, all: readonly Known[]): Known[] {
  return all.flatMap((earlier) =>
    earlier.when.ago === null
      ? []
      : between(value, earlier, { ...value.when, span: earlier.when.ago }),
  );
}

function between(value: Known, earlier: Known, when: When): Known[] {
  const { topic, unit, currency } = value;
  const shape = { topic, when, nature: "change" } as const;
  const label = `Change of ${value.label}`;
  const asPercent =
    earlier.value > 0 && unit !== "percent"
      ? implied(percentAbove(value.value, earlier.value), percentOf(value, earlier), value, {
          ...shape,
          label,
          unit: "percent",
        })
      : [];
  const difference = implied(
    value.value - earlier.value,
    `${value.factId} - ${earlier.factId}`,
    value,
    { ...shape, label, currency, unit: unit === "percent" ? "percentage_points" : unit },
  );
  return [...asPercent, ...difference];
}
