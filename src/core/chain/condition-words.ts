import { quoted } from "../errors.ts";
import type { Condition, ConditionTest } from "./condition.ts";

/** A condition in words. @example "first has a number after \"score\" above 7" */
export function conditionWords({ agent, test }: Condition): string {
  return `${agent} ${testWords(test, true)}`;
}

/**
 * What a test says of an output, or that it is not so, without the agent's name.
 *
 * @example testWords({ kind: "contains", text: "sell" }, false) // "does not contain \"sell\""
 */
export function testWords(test: ConditionTest, met: boolean): string {
  switch (test.kind) {
    case "contains":
      return `${met ? "contains" : "does not contain"} ${quoted(test.text)}`;
    case "matches":
      return `${met ? "matches" : "does not match"} ${quoted(test.pattern)}`;
    case "number": {
      const after = test.after === null ? "" : ` after ${quoted(test.after)}`;
      const compared = test.comparison.replace("_", " ");
      return `${met ? "has a" : "has no"} number${after} ${compared === "equals" ? "equal to" : compared} ${test.value}`;
    }
    case "stance":
      return `${met ? "is" : "is not"} ${test.stance}`;
  }
}
