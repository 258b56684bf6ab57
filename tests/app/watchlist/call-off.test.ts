import { expect, it } from "vitest";
import { callOff } from "#app/watchlist/call-off.ts";
import { DeskError } from "#core/errors.ts";
import { LIST, plannedList } from "./planned-list.ts";

/** Longer than a run is held without a sign of life. */
const LONG_MS = 60_000;

const over = new DeskError("timeout", "the list's time of 2 s is over");

it("stopped by a person, what was not begun is skipped and what is at work goes on", async () => {
  const { store, clock, states, begin } = await plannedList("AAPL", "MSFT");
  const claim = await begin("AAPL");
  await callOff(LIST, store, clock, new Error("interrupted"));
  expect(await states()).toEqual([
    ["AAPL", "running", null],
    ["MSFT", "skipped", "interrupted: it was not begun"],
  ]);
  await expect(claim.renew()).resolves.toBeUndefined();
});

it("stopped by a person, a run whose worker is gone is interrupted", async () => {
  const { store, clock, pass, states, begin } = await plannedList("AAPL");
  await begin("AAPL");
  pass(LONG_MS);
  await callOff(LIST, store, clock, new Error("interrupted"));
  expect(await states()).toEqual([["AAPL", "interrupted", "interrupted"]]);
});

it("when its time is over runs at work end too, and who has them loses them", async () => {
  const { store, clock, states, begin } = await plannedList("AAPL", "MSFT");
  const claim = await begin("AAPL");
  await callOff(LIST, store, clock, over);
  expect(await states()).toEqual([
    ["AAPL", "timeout", over.message],
    ["MSFT", "skipped", `${over.message}: it was not begun`],
  ]);
  await expect(claim.renew()).rejects.toMatchObject({ code: "taken_over" });
});

it("what has ended keeps its end", async () => {
  const { store, clock, states, begin } = await plannedList("AAPL");
  await (await begin("AAPL")).end({ state: "failed", error: "no data" });
  await callOff(LIST, store, clock, over);
  expect(await states()).toEqual([["AAPL", "failed", "no data"]]);
});
