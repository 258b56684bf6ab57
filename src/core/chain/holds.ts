import type { AgentOutcome } from "./agent-outcome.ts";
import type { Condition, ConditionTest } from "./condition.ts";
import { testWords } from "./condition-words.ts";
import { firstNumber } from "./first-number.ts";

/**
 * Whether a regular expression finds something in a text, case and line breaks aside; null where that
 * takes too long to tell.
 */
export type Matches = (pattern: string, text: string) => Promise<boolean | null>;

/** Whether a condition holds, and why, in a sentence without a full stop. */
export interface Held {
  readonly holds: boolean;
  readonly why: string;
}

/** Whether a condition holds of what has been written so far. Of what is not there nothing holds. */
export async function holds(
  condition: Condition,
  outcomes: readonly AgentOutcome[],
  matches: Matches,
): Promise<Held> {
  const { agent, test } = condition;
  const outcome = outcomes.find((one) => one.agent === agent);
  if (outcome === undefined) return { holds: false, why: `${agent} has not been asked` };
  if (outcome.output === null) {
    const how = outcome.state === "failed" ? "failed" : "was skipped";
    return { holds: false, why: `${agent} ${how}, so that nothing holds of its output` };
  }
  const { met, found } = await tested(test, outcome, outcome.output, matches);
  if (met === null) {
    const whether = `${agent} ${testWords(test, true)}`;
    return { holds: false, why: `it took too long to tell whether ${whether}` };
  }
  return {
    holds: met,
    why: `${agent} ${testWords(test, met)}${found === null ? "" : ` (${found})`}`,
  };
}

interface Tested {
  /** null where it took too long to tell. */
  readonly met: boolean | null;
  /** What was looked at, where the test does not say it; null where it does. */
  readonly found: string | null;
}

async function tested(
  test: ConditionTest,
  { stance }: AgentOutcome,
  output: string,
  matches: Matches,
): Promise<Tested> {
  switch (test.kind) {
    case "contains":
      return { met: output.toLowerCase().includes(test.text.toLowerCase()), found: null };
    case "matches":
      return { met: await matches(test.pattern, output), found: null };
    case "number": {
      const number = firstNumber(output, test.after);
      return number === null
        ? { met: false, found: "there is none" }
        : { met: compared(number, test), found: `it is ${number}` };
    }
    case "stance":
      return stance === test.stance
        ? { met: true, found: null }
        : { met: false, found: stance === null ? "it states none" : `it is ${stance}` };
  }
}

function compared(number: number, test: ConditionTest & { kind: "number" }): boolean {
  const { comparison, value } = test;
  switch (comparison) {
    case "above":
      return number > value;
    case "below":
      return number < value;
    case "at_least":
      return number >= value;
    case "at_most":
      return number <= value;
    case "equals":
      return number === value;
  }
}
