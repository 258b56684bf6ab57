import type { Topic } from "../../analyst-writer.ts";
import { observation, remark } from "../../observation.ts";
import { twoDecimals } from "../../wording.ts";

/** A change of the yield, in percentage points over three months, that counts in full. */
const LARGE = 0.6;
/** A yield that moved by less than this has not moved. */
const STILL = 0.05;

export const rates: Topic = {
  title: "Rates",
  noun: "interest rates",
  riskAssetOnly: true,
  needs: {
    "macro.ten_year.level": "the ten-year yield",
    "macro.ten_year.change_3m": "the ten-year yield's change over three months",
  },
  observe: ({ number }) => {
    const [level, month, quarterly] = [
      number("macro.ten_year.level"),
      number("macro.ten_year.change_1m"),
      number("macro.ten_year.change_3m"),
    ];
    const judged = quarterly ?? month;
    if (level === null) return [];
    if (judged === null) {
      return [remark(`The ten-year yield is ${level.text}.`)];
    }
    const still = Math.abs(judged.value) < STILL;
    const meaning = still
      ? "too little to matter for valuations"
      : judged.value > 0
        ? "which weighs on what future profits are worth"
        : "which lifts what future profits are worth";
    const span = quarterly === null ? "one month" : "three months";
    const points = twoDecimals(Math.abs(judged.value));
    const move = `has ${judged.value > 0 ? "risen" : "fallen"} by ${points} percentage points over ${span}`;
    return [
      observation(
        `The ten-year yield, at ${level.text}, ${move}, ${meaning}.`,
        still ? 0 : -judged.value / LARGE,
      ),
    ];
  },
};
