import { describe, expect, it } from "vitest";
import {
  begun,
  callBegun,
  callEnded,
  type LiveNode,
  waitingNode,
  written,
} from "#app/page/client/app/live-node.ts";
import { showsNothing, workWords } from "#app/page/client/app/work-words.ts";

const atWork = begun(waitingNode("news_analyst"), 0);
const calling = callBegun(atWork, "get_news(AAPL)", 1);
const step = (words: string): LiveNode => ({ ...atWork, step: words });

describe("what a node is at", () => {
  it.each([
    ["asks its model", atWork, "Parallel streaming", true],
    ["writes", written(atWork, "Beta"), "Parallel streaming", false],
    ["waits for a tool", calling, "Working", false],
    [
      "has its tool's answer",
      callEnded(calling, "get_news(AAPL)", 2, null),
      "Parallel streaming",
      false,
    ],
    ["writes a strategy", step("writing"), "Parallel streaming", true],
    ["has its strategy tried", step("dry run"), "Dry run", false],
  ])("is said of one that %s", (_, node, words, nothing) => {
    expect([workWords(node, "parallel"), showsNothing(node)]).toEqual([words, nothing]);
  });
});
