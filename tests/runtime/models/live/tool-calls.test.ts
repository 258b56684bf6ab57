import { describe, expect, it } from "vitest";
import { strictToolCalls } from "#runtime/models/live/tool-calls.ts";

const chunk = (args: string) => ({ id: "1", name: "get_news", args, index: 0 });

describe("the tool calls of a whole answer", () => {
  it.each(['{"days":250', '{"days":', "[1]", "null", "3", "days"])(
    "are invalid with the arguments %j",
    (args) => {
      const { valid, invalid } = strictToolCalls([chunk(args)]);
      expect(valid).toEqual([]);
      expect(invalid).toMatchObject([{ id: "1", name: "get_news", args }]);
    },
  );

  it.each([
    ['{"days":250}', { days: 250 }],
    ["", {}],
    [" ", {}],
  ])("are valid with the arguments %j", (args, parsed) => {
    const { valid, invalid } = strictToolCalls([chunk(args)]);
    expect(valid).toEqual([{ type: "tool_call", id: "1", name: "get_news", args: parsed }]);
    expect(invalid).toEqual([]);
  });
});
