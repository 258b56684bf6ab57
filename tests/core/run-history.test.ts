import { expect, it } from "vitest";
import { printableEntry } from "#core/run-history.ts";

it("a line of the history is one line, and turns nothing around, whatever a chain is called", () => {
  const fields = { id: "20261120T100000Z-A-0000", kind: "chain", state: "failed" } as const;
  const times = { createdAt: 0, startedAt: 0, endedAt: 1, heldUntil: null };
  const entry = { ...fields, ...times, attempt: 1, list: null, rerunOf: null };
  const hostile = "a\u202eb\n\x1b[2Jc";
  const words = { title: "ab c", headline: "ab c", error: "ab c" };
  const said = { title: hostile, headline: hostile, error: hostile };
  expect(printableEntry({ ...entry, ...said })).toEqual({ ...entry, ...words });
  const silent = { title: "A", headline: null, error: null };
  expect(printableEntry({ ...entry, ...silent })).toEqual({ ...entry, ...silent });
});
