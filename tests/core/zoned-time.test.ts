import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, localTime } from "#core/zoned-time.ts";

const utc = (day: string, at: string, zone: string) =>
  new Date(instantOf(day, at, zone)).toISOString();

describe("a local time", () => {
  it.each([
    ["2025-03-07", "16:00", "America/New_York", "2025-03-07T21:00:00.000Z"],
    ["2025-03-10", "16:00", "America/New_York", "2025-03-10T20:00:00.000Z"],
    ["2025-11-03", "16:00", "America/New_York", "2025-11-03T21:00:00.000Z"],
    ["2025-03-28", "16:30", "Europe/London", "2025-03-28T16:30:00.000Z"],
    ["2025-03-31", "16:30", "Europe/London", "2025-03-31T15:30:00.000Z"],
    ["2025-03-03", "15:30", "Asia/Tokyo", "2025-03-03T06:30:00.000Z"],
    ["2025-03-03", "16:45", "Pacific/Auckland", "2025-03-03T03:45:00.000Z"],
    ["2025-07-03", "16:45", "Pacific/Auckland", "2025-07-03T04:45:00.000Z"],
    ["2025-03-03", "15:30", "Asia/Kolkata", "2025-03-03T10:00:00.000Z"],
    ["2025-03-03", "12:00", "+11:00", "2025-03-03T01:00:00.000Z"],
  ])("of %s %s in %s is an instant", (day, at, zone, instant) => {
    expect(utc(day, at, zone)).toBe(instant);
  });

  it("of 24:00 is the midnight that ends the day, also of a day with 23 or 25 hours", () => {
    expect(utc("2025-03-09", "24:00", "America/New_York")).toBe("2025-03-10T04:00:00.000Z");
    expect(utc("2025-11-02", "24:00", "America/New_York")).toBe("2025-11-03T05:00:00.000Z");
    expect(utc("2025-12-31", "24:00", "UTC")).toBe("2026-01-01T00:00:00.000Z");
  });

  it("is told of an instant, with its day", () => {
    const closing = instantOf("2025-07-03", "16:45", "Pacific/Auckland");
    expect(localTime(closing, "Pacific/Auckland")).toEqual({ day: "2025-07-03", at: "16:45" });
    expect(localTime(closing, "America/New_York")).toEqual({ day: "2025-07-03", at: "00:45" });
  });
});

describe("a time zone", () => {
  it("is a name that is known, or an offset", () => {
    const zones = ["Asia/Tokyo", "UTC", "+11:00", "-03:30", "Mars/Olympus", ""];
    expect(zones.map(isTimeZone)).toEqual([true, true, true, true, false, false]);
  });
});
