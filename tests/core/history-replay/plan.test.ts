import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { type AskedPast, pastWindowStart, planPast } from "#core/history-replay/plan.ts";
import { historyOf, weekdays } from "./bars.ts";

const history = historyOf(weekdays("2022-01-03", "2024-06-28"));

function asked(changes: Partial<AskedPast> = {}): AskedPast {
  return { from: null, to: null, step: { count: 21, unit: "d" }, horizon: null, ...changes };
}

/** The sentence that a plan is refused with, as a mistake of usage. */
function refusal(past: AskedPast): string {
  try {
    planPast(past, history);
  } catch (error) {
    if (error instanceof DeskError && error.code === "usage") return error.message;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("the plan of a past", () => {
  it("is the year before the last bar where nothing is said", () => {
    const { from, to, days } = planPast(asked(), history);
    expect([from, to]).toEqual(["2023-06-28", "2024-06-28"]);
    expect(days).toHaveLength(18);
  });

  it("ends where a horizon can still pass", () => {
    const { to } = planPast(asked({ horizon: "3m" }), history);
    expect(to).toBe("2024-03-28");
  });

  it("begins with the first bar where there is no year before its end", () => {
    const young = historyOf(weekdays("2024-03-04", "2024-06-28"));
    expect(planPast(asked(), young).from).toBe("2024-03-04");
  });

  it("refuses a horizon that passes the last bar, and names the latest --to that works", () => {
    const latest = "2023-12-28";
    const message = refusal(asked({ to: "2024-03-28", horizon: "6m" }));
    expect(message).toContain("--horizon 6m from --to 2024-03-28 ends on 2024-09-28");
    expect(message).toContain("bars of ACME end on 2024-06-28");
    expect(message).toContain(`The latest --to for 6m is ${latest}`);
    expect(planPast(asked({ to: latest, horizon: "6m" }), history).to).toBe(latest);
  });

  it("lets decisions with horizons of their own be made up to the last bar", () => {
    expect(planPast(asked({ to: "2024-06-28" }), history).days.at(-1)).toBe("2024-06-19");
  });

  it("refuses an end long after the last bar", () => {
    const message = refusal(asked({ to: "2024-09-02" }));
    expect(message).toContain("--to 2024-09-02 lies beyond the data");
    expect(message).toContain("The latest --to is 2024-06-28");
  });

  it("refuses a beginning before the first bar, and names that bar's day", () => {
    expect(refusal(asked({ from: "2021-12-31" }))).toContain(
      "--from 2021-12-31 lies before the data: the first bar of ACME is of 2022-01-03",
    );
  });

  it("refuses a beginning after its end, said or not", () => {
    expect(refusal(asked({ from: "2024-05-01", to: "2024-04-30" }))).toContain(
      "--from 2024-05-01 is after --to 2024-04-30",
    );
    expect(refusal(asked({ from: "2024-05-01", horizon: "3m" }))).toContain(
      "--from 2024-05-01 is after 2024-03-28, the last day that can be used",
    );
  });

  it("refuses more than 120 runs, and counts them", () => {
    const everyDay = asked({ from: "2024-01-02", step: { count: 1, unit: "d" } });
    expect(refusal(everyDay)).toContain(
      "--every 1d from 2024-01-02 to 2024-06-28 is 129 runs, more than 120",
    );
    expect(planPast({ ...everyDay, from: "2024-01-15" }, history).days).toHaveLength(120);
  });

  it.each([
    [{ from: "2024-01-02", to: "2024-03-01" }, "2023-12-19"],
    [{ from: null, to: "2024-03-01" }, "2022-02-15"],
    [{ from: null, to: null }, "2024-06-14"],
  ])("needs for %j bars from %s on", (past, start) => {
    expect(pastWindowStart(past, "2026-06-28")).toBe(start);
  });
});
