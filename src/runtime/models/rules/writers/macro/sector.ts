import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation } from "../../observation.ts";
import { changesOver } from "../../spans.ts";
import * as say from "../../wording.ts";

/** A change or an advantage over three months, in percent, that counts in full. */
const LARGE = 10;
/** A fund that moved by less than this many percent treads water. */
const STILL = 2;
/** An advantage of less than this many percentage points is none. */
const EVEN = 1;

export const sector: Topic = {
  title: "Sector",
  noun: "the sector",
  companyOnly: true,
  riskAssetOnly: true,
  needs: {
    "macro.sector.fund": "the sector's fund",
    "macro.sector.change_3m": "the sector's change over three months",
    "macro.sector.relative_3m": "the strength against the sector",
  },
  observe: (evidence) => [move(evidence), relative(evidence)],
};

function move(evidence: Evidence): Observation | null {
  const { text, number } = evidence;
  const [fund, change] = [text("macro.sector.fund"), number("macro.sector.change_3m")];
  if (fund === null || change === null) return null;
  const { words } = bandOf(
    change.value,
    [
      { least: STILL, signal: 0, words: "is in demand" },
      { least: -STILL, signal: 0, words: "treads water" },
    ],
    { signal: 0, words: "is out of favour" },
  );
  return observation(
    `The sector ${words}: its fund ${fund} has ${changesOver(evidence, "macro.sector.change_")}.`,
    change.value / LARGE,
  );
}

function relative({ number, text, symbol }: Evidence): Observation | null {
  const gap = number("macro.sector.relative_3m");
  if (gap === null) return null;
  const fund = text("macro.sector.fund") ?? "its sector";
  const points = `${say.twoDecimals(Math.abs(gap.value))} percentage points`;
  const { words } = bandOf(
    gap.value,
    [
      { least: EVEN, signal: 0, words: `leads its peers, ${points} ahead of ${fund}` },
      { least: -EVEN, signal: 0, words: `keeps pace with its peers, ${points} away from ${fund}` },
    ],
    { signal: 0, words: `trails its peers, ${points} behind ${fund}` },
  );
  return observation(`Over three months ${symbol} ${words}.`, gap.value / LARGE, 2);
}
