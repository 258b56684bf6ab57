import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayOf, daySchema, daysBetween, isDay, parseAsOf } from "#core/day.ts";

const TODAY = "2026-11-20";

describe("a day", () => {
  it.each(["2025-02-28", "2024-02-29", "1970-01-01", "2026-12-31"])("may be %s", (day) => {
    expect(isDay(day)).toBe(true);
    expect(daySchema.parse(day)).toBe(day);
  });

  it.each([
    "2025-02-30",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-1-1",
    "20250101",
    "01/02/2025",
    "yesterday",
    "2025-01-01\n",
    "2025-01-01T00:00:00Z",
    "",
  ])("is not %j", (text) => {
    expect(isDay(text)).toBe(false);
    expect(daySchema.safeParse(text).success).toBe(false);
  });

  it("ends at midnight UTC", () => {
    expect(dayOf(Date.UTC(2026, 10, 20, 23, 59, 59, 999))).toBe("2026-11-20");
    expect(dayOf(Date.UTC(2026, 10, 21))).toBe("2026-11-21");
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2024-05-31", 6, "2024-11-30"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-01-15", -13, "2022-12-15"],
  ])("%s and %i months is %s: the month's last where it has no such day", (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  it("is counted across months, leap days and changes of summer time", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
  });
});

describe("an as-of date", () => {
  it.each(["1970-01-01", "2026-11-19", TODAY])("may be %s", (day) => {
    expect(parseAsOf(day, TODAY)).toBe(day);
  });

  it.each([
    ["2026-11-21", `date "2026-11-21" is in the future; the latest is today, ${TODAY}.`],
    ["1969-12-31", 'date "1969-12-31" is before 1970-01-01, the earliest known.'],
    ["2025-02-30", `date "2025-02-30" is not a day of the form YYYY-MM-DD, such as ${TODAY}.`],
    ["\x1b[2J", `date "\\u001b[2J" is not a day of the form YYYY-MM-DD, such as ${TODAY}.`],
  ])("may not be %j", (text, message) => {
    expect(() => parseAsOf(text, TODAY)).toThrow(
      expect.objectContaining({ code: "usage", message }),
    );
  });
});
