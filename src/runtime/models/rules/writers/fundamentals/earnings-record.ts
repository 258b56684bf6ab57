import type { Topic } from "../../analyst-writer.ts";
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
    const beats = surprises.filter(({ value }) => value > 0).length;
    const outcome = say.isNothing(last.value)
      ? "met them exactly"
      : `${last.value > 0 ? "beat" : "missed"} them by ${say.percent(last.value)}`;
    return [
      observation(
        `Earnings beat the estimates in ${beats === surprises.length ? "each" : say.countWord(beats)} of the last ${say.counted(surprises.length, "quarter")}; the newest ${outcome}.`,
        (beats / surprises.length - 0.5) * 0.8,
      ),
    ];
  },
};
