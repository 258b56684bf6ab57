import type { Topic } from "../../analyst-writer.ts";
import type { Quantity } from "../../evidence.ts";
import { observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const earningsRecord: Topic = {
  title: "Earnings record",
  noun: "the earnings record",
  companyOnly: true,
  needs: { "earnings.0.surprise": "the last earnings surprise" },
  observe: ({ number }) => {
    const surprises = [0, 1, 2, 3].flatMap((index) => number(`earnings.${index}.surprise`) ?? []);
    const [last] = surprises;
    if (last === undefined) return [];
    if (surprises.length === 1) {
      return [
        observation(
          `Earnings of the only quarter known ${outcomeOf(last).replace("them", "the estimates")}.`,
          Math.sign(last.value) * 0.2,
        ),
      ];
    }
    const beats = surprises.filter(({ value }) => value > 0).length;
    return [
      observation(
        `Earnings beat the estimates in ${beats === surprises.length ? "each" : say.countWord(beats)} of the last ${say.counted(surprises.length, "quarter")}; the newest ${outcomeOf(last)}.`,
        (beats / surprises.length - 0.5) * 0.8,
      ),
    ];
  },
};

function outcomeOf({ value }: Quantity): string {
  if (say.isNothing(value)) return "met them exactly";
  return `${value > 0 ? "beat" : "missed"} them by ${say.percent(value)}`;
}
