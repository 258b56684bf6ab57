import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { DeskError } from "#core/errors.ts";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { taskOf, wave } from "../../contracts/strategy-runner.ts";
import { rules } from "../../core/backtest/bars-at.ts";
import { type HostileProgram, hostilePrograms } from "./hostile-programs.ts";
import { recordedPrograms, recordedProgramsExist } from "./recorded-hostile-programs.ts";

const WINNING_ORDERS = [31_337, 31_338, 31_339];
const SHARED = [
  Object,
  Function,
  Array,
  Number,
  String,
  Boolean,
  Symbol,
  BigInt,
  Math,
  JSON,
  Reflect,
  Date,
  RegExp,
  Promise,
  Map,
  Set,
  Error,
  TypeError,
  ArrayBuffer,
  Float64Array,
];

/** What the language's own objects hold, by where it stands. */
function intrinsics(): Map<string, unknown> {
  const owners = SHARED.flatMap((value) =>
    "prototype" in value ? [value, value.prototype] : [value],
  );
  const parts = owners.flatMap((owner, place) =>
    Reflect.ownKeys(owner).map((key) => {
      const { value, get, set } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
      return [`${place} ${String(key)}`, value ?? get ?? set] as const;
    }),
  );
  return new Map([...parts, ["globals", Object.getOwnPropertyNames(globalThis).join()]]);
}

/** The same strategy over the same bars comes to the same only where nothing has been tampered with. */
const PROBE = taskOf(`
  let names = Object.getOwnPropertyNames(globalThis).join() + Object.getOwnPropertyNames({}.__proto__).join();
  function execute_trade({ close }) {
    const text = [...close].map((x) => x.toString()).join();
    return (text.length + names.length + Math.floor(Math.random() * 10)) % 7 - 3;
  }`);

interface Ended {
  /** `runs`, or the kind of its failure. */
  readonly how: unknown;
  readonly orders: readonly number[];
}

describe("a sandbox with hostile programs in it", () => {
  let runner: StrategyRunner;
  beforeAll(() => {
    runner = createStrategyRunner({ workers: 3 });
  });
  afterAll(() => runner.close());

  /** So much money that whatever it orders is filled as it is. */
  async function end({ code, ends }: HostileProgram): Promise<Ended> {
    const timeLimitMs = ends.includes("timeout") ? 150 : 10_000;
    const rich = rules({ cash: 1e12, allowShort: true });
    const task = taskOf(code, { bars: wave(20), rules: rich, timeLimitMs });
    try {
      const { shares } = await runner.run(task);
      return { how: "runs", orders: shares.map((held, bar) => held - (shares[bar - 1] ?? 0)) };
    } catch (thrown) {
      return { how: thrown instanceof DeskError ? thrown.facts.kind : thrown, orders: [] };
    }
  }

  async function expectContained(programs: readonly HostileProgram[]): Promise<void> {
    const before = { intrinsics: intrinsics(), probe: await runner.run(PROBE) };
    const all = await Promise.all(programs.map(end));
    for (const [place, { name, ends }] of programs.entries()) {
      expect(ends, name).toContain(all[place]?.how);
      expect(
        all[place]?.orders.filter((order) => WINNING_ORDERS.includes(Math.abs(order))),
        name,
      ).toEqual([]);
    }
    const probes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => runner.run(PROBE)));
    for (const probe of probes) expect(probe).toEqual(before.probe);
    const after = intrinsics();
    const changed = [...after].filter(([at, what]) => !Object.is(what, before.intrinsics.get(at)));
    expect(changed).toEqual([]);
    expect(after.size).toBe(before.intrinsics.size);
  }

  it("lets none out, and is as it was afterwards", () => expectContained(hostilePrograms));

  it.skipIf(!recordedProgramsExist)(
    recordedProgramsExist
      ? "lets none of the collected ones out, and is as it was afterwards"
      : "skips the collected ones: shared/data/hostile.json is not there",
    () => expectContained(recordedPrograms()),
  );

  it("gives the same end to the same program", async () => {
    const programs = [...hostilePrograms, ...recordedPrograms()].filter(
      ({ ends }) => !ends.includes("timeout") && !ends.includes("memory"),
    );
    const [once, again] = await Promise.all([
      Promise.all(programs.map(end)),
      Promise.all(programs.map(end)),
    ]);
    expect(again).toEqual(once);
  });
});
