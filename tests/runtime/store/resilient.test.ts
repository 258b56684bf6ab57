import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { createResilience, type ResilienceOptions } from "#runtime/store/resilient.ts";

const place = "db.example:5432/desk";

function failing(message: string, fields: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(message), fields);
}

/** A resilience on a clock that only its own waits move, and how long those were. */
function timed(options: Partial<ResilienceOptions> = {}) {
  let time = 0;
  const waits: number[] = [];
  const resilience = createResilience({
    place,
    postgres: true,
    clock: { now: () => time },
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
    ...options,
  });
  return { resilience, waits };
}

/** Work that throws these, one a try, and then gives "done"; `tries` are what it was told. */
function workAfter(...errors: readonly unknown[]) {
  const tries: boolean[] = [];
  const work = async (again: boolean) => {
    tries.push(again);
    if (tries.length <= errors.length) throw errors[tries.length - 1];
    return "done";
  };
  return { work, tries };
}

const refused = failing("connect ECONNREFUSED 127.0.0.1:5432", { code: "ECONNREFUSED" });

describe("work on a database", () => {
  it("is done once where nothing fails", async () => {
    const { resilience, waits } = timed();
    const { work, tries } = workAfter();
    expect(await resilience("read run a", work)).toBe("done");
    expect([tries, waits]).toEqual([[false], []]);
  });

  it.each([
    failing("terminating connection due to administrator command", { code: "57P01" }),
    failing("terminating connection because of crash", { code: "57P02" }),
    failing("the database system is starting up", { code: "57P03" }),
    failing("sorry, too many clients already", { code: "53300" }),
    failing("connection failure", { code: "08006" }),
    refused,
    failing("read ECONNRESET", { code: "ECONNRESET" }),
    failing("write EPIPE", { code: "EPIPE" }),
    failing("no answer for 20 s", { code: "ETIMEDOUT" }),
    failing("Connection terminated unexpectedly"),
    failing("timeout exceeded when trying to connect"),
    failing("Client has encountered a connection error and is not queryable"),
    Object.assign(new AggregateError([refused]), { code: "ECONNREFUSED" }),
  ])("is done again after a broken connection: %s", async (broken) => {
    const { resilience, waits } = timed();
    const { work, tries } = workAfter(broken);
    expect(await resilience("read run a", work)).toBe("done");
    expect([tries, waits]).toEqual([[false, true], [100]]);
  });

  it.each([
    failing("password authentication failed", { code: "28P01" }),
    failing('database "desk" does not exist', { code: "3D000" }),
    failing("syntax error", { code: "42601" }),
    failing("anything else"),
  ])("is not done again after what another connection would say too: %s", async (error) => {
    const { resilience } = timed();
    const { work, tries } = workAfter(error);
    await expect(resilience("read run a", work)).rejects.toMatchObject({
      code: "storage",
      cause: error,
    });
    expect(tries).toHaveLength(1);
  });

  it("is done again for about 30 s, at longer and longer times, and then given up", async () => {
    const { resilience, waits } = timed();
    const { work } = workAfter(...Array.from({ length: 100 }, () => refused));
    await expect(resilience("read run a", work)).rejects.toThrow(
      `cannot read run a: the database "${place}" says: connect ECONNREFUSED 127.0.0.1:5432. Start it, or unset DATABASE_URL to keep runs in a file.`,
    );
    expect(waits.slice(0, 7)).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000]);
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(27_000);
    expect(waited).toBeLessThanOrEqual(30_000);
  });

  it("is given up at once when the waiting is ended", async () => {
    const ending = new AbortController();
    const wait = async () => ending.abort();
    const { resilience } = timed({ signal: ending.signal, wait });
    const { work, tries } = workAfter(...Array.from({ length: 9 }, () => refused));
    await expect(resilience("read run a", work)).rejects.toMatchObject({ code: "storage" });
    expect(tries).toHaveLength(2);
  });

  it("throws its own errors as they are", async () => {
    const { resilience } = timed();
    const own = new DeskError("taken_over", "run a was taken up again");
    await expect(resilience("end run a", workAfter(own).work)).rejects.toBe(own);
  });

  it("is not done again on a file whose disk is full", async () => {
    const { resilience } = timed({ place: "logs/trading_graph.sqlite", postgres: false });
    const { work, tries } = workAfter(failing("database or disk is full", { errcode: 13 }));
    await expect(resilience("record run a", work)).rejects.toThrow(
      'cannot record run a: the database "logs/trading_graph.sqlite" says: database or disk is full. Make room, or name another folder by LOGS_DIR.',
    );
    expect(tries).toHaveLength(1);
  });

  it("is done again on a file in which another writes, where nothing has been done yet", async () => {
    const { resilience, waits } = timed({ postgres: false });
    const { work, tries } = workAfter(failing("database is locked", { errcode: 5 | (2 << 8) }));
    expect(await resilience("record run a", work)).toBe("done");
    expect([tries, waits]).toEqual([[false, false], [100]]);
  });

  it("says what each address of a host has failed with where the whole says nothing", async () => {
    const { resilience } = timed({ patienceMs: 0 });
    const silent = Object.assign(new AggregateError([refused]), { code: "ECONNREFUSED" });
    await expect(resilience("read run a", workAfter(silent).work)).rejects.toThrow(
      "says: connect ECONNREFUSED 127.0.0.1:5432.",
    );
  });
});
