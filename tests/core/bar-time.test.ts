import { describe, expect, it } from "vitest";
import { barAvailableAt } from "#core/bar-time.ts";

describe("a day's bar", () => {
  it.each([
    ["Tokyo's", "2025-03-03", "Asia/Tokyo", "15:30", "2025-03-03T06:30:00.000Z"],
    [
      "Auckland's, of summer",
      "2025-03-03",
      "Pacific/Auckland",
      "16:45",
      "2025-03-03T03:45:00.000Z",
    ],
    [
      "Auckland's, of winter",
      "2025-07-03",
      "Pacific/Auckland",
      "16:45",
      "2025-07-03T04:45:00.000Z",
    ],
    [
      "New York's, in winter",
      "2025-03-07",
      "America/New_York",
      "16:00",
      "2025-03-07T21:00:00.000Z",
    ],
    [
      "New York's, in summer",
      "2025-03-10",
      "America/New_York",
      "16:00",
      "2025-03-10T20:00:00.000Z",
    ],
    ["London's, in winter", "2025-03-28", "Europe/London", "16:30", "2025-03-28T16:30:00.000Z"],
    ["London's, in summer", "2025-03-31", "Europe/London", "16:30", "2025-03-31T15:30:00.000Z"],
    ["a coin's", "2025-03-03", "UTC", "24:00", "2025-03-03T23:59:59.999Z"],
    ["a future's", "2025-03-03", "America/New_York", "24:00", "2025-03-04T04:59:59.999Z"],
  ])("(%s of %s) is public at the close of its exchange", (_, day, timeZone, closesAt, at) => {
    expect(barAvailableAt(day, { timeZone, closesAt })).toBe(at);
  });

  it("in a zone that is not known is public once the day is over everywhere", () => {
    for (const timeZone of [null, "Mars/Olympus"]) {
      const session = { timeZone, closesAt: "16:00" };
      expect(barAvailableAt("2025-03-03", session)).toBe("2025-03-04T11:59:59.999Z");
    }
  });
});
