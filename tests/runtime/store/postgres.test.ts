import { expect, it, onTestFinished } from "vitest";
import { openPool } from "#runtime/store/postgres.ts";
import { describePostgres, freshDatabase } from "../../helpers/postgres.ts";

describePostgres("a pool of connections", () => {
  it("gives counts and times as numbers", async () => {
    const pool = await openPool(await freshDatabase());
    onTestFinished(() => pool.end());
    const { rows } = await pool.query(
      "select 1700000000000::bigint as time, count(*) from pg_class",
    );
    expect(rows).toEqual([{ time: 1_700_000_000_000, count: expect.any(Number) }]);
  });

  it("does not wait for a server that answers no more, and asks it anew", async () => {
    const pool = await openPool(await freshDatabase(), 200);
    onTestFinished(() => pool.end());
    await expect(pool.query("select pg_sleep(60)")).rejects.toMatchObject({
      message: "no answer for 0.2 s",
      code: "ETIMEDOUT",
    });
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("outlives connections that the server ends while nobody uses them", async () => {
    const pool = await openPool(await freshDatabase());
    onTestFinished(() => pool.end());
    const mine = "select pid from pg_stat_activity where datname = current_database()";
    const { rows } = await pool.query(`${mine} and application_name = 'trading-graph'`);
    const other = await pool.connect();
    const idle = await pool.connect();
    idle.release();
    await other.query(
      `select pg_terminate_backend(pid) from (${mine} and pid <> pg_backend_pid()) as others`,
    );
    other.release();
    expect(rows).toHaveLength(1);
    await expect.poll(() => pool.totalCount).toBe(1);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});
