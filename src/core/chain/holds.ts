import { quoted } from "../errors.ts";
import type { AgentOutcome } from "./agent-outcome.ts";
import type { Condition, ConditionTest } from "./condition.ts";
import { testWords } from "./condition-words.ts";
import { firstNumber } from "./first-number.ts";

/**
 * Whether a regular expression finds something in a text, case and line breaks aside; null where that
 * takes too long to tell.
 */
export type Matches = (pattern: string, text: string) => boolean | null;

/** Whether a condition holds, and why, in a sentence without a full stop. */
export interface Held {
  readonly holds: boolean;
  readonly why: string;
}

/** Whether a condition holds of what has been written so far. Of what is not there nothing holds. */
export function holds(
  condition: Condition,
  outcomes: readonly AgentOutcome[],
  matches: Matches,
): Held {
  const { agent, test } = condition;
  const outcome = outcomes.find((one) => one.agent === agent);
  if (outcome === undefined) return { holds: false, why: `${agent} has not been asked` };
  if (outcome.output === null) {
    const how = outcome.state === "failed" ? "failed" : "was skipped";
    return { holds: false, why: `${agent} ${how}, so that nothing holds of its output` };
  }
  const { met, found } = tested(test, outcome, outcome.output, matches);
  return {
    holds: met,
    why: `${agent} ${testWords(test, met)}${found === null ? "" : ` (${found})`}`,
  };
}

interface Tested {
  readonly met: boolean;
  /** What was looked at, where the test does not say it; null where it does. */
  readonly found: string | null;
}

function tested(
  test: ConditionTest,
  { stance }: AgentOutcome,
  output: string,
  matches: Matches,
): Tested {
  switch (test.kind) {
    case "contains":
      return { met: output.toLowerCase().includes(test.text.toLowerCase()), found: null };
    case "matches": {
      const met = matches(test.pattern, output);
      return { met: met === true, found: met === null ? "it took too long to tell" : null };
    }
    case "number": {
      const number = firstNumber(output, test.after);
      return number === null
        ? { met: false, found: noNumber(test.after) }
        : { met: compared(number, test), found: `it is ${number}` };
    }
    case "stance":
      return { met: stance === test.stance, found: `it is ${stance ?? "not stated"}` };
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

function noNumber(after: string | null): string {
  return after === null ? "it has none" : `there is none behind ${quoted(after)}`;
}
