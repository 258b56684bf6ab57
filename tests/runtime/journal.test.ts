import { describe, expect, it } from "vitest";
import { createJournal, type NumberedEvent } from "#runtime/journal.ts";

const notice = (text: string) => ({ type: "notice", text, at: 0 }) as const;

describe("the journal", () => {
  it("numbers events from one and tells every sink each of them, in order", () => {
    const first: NumberedEvent[] = [];
    const second: NumberedEvent[] = [];
    const journal = createJournal([(event) => first.push(event), (event) => second.push(event)]);
    for (const text of ["a", "b", "c"]) journal.record(notice(text));
    expect(first).toEqual([
      { ...notice("a"), seq: 1 },
      { ...notice("b"), seq: 2 },
      { ...notice("c"), seq: 3 },
    ]);
    expect(second).toEqual(first);
  });

  it("numbers each run for itself", () => {
    const seen: number[] = [];
    const open = () => createJournal([({ seq }) => seen.push(seq)]);
    for (const journal of [open(), open()]) journal.record(notice("a"));
    expect(seen).toEqual([1, 1]);
  });
});
