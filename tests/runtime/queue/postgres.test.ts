import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { describeRunQueue } from "../../contracts/run-queue.ts";
import { createDatabase, describePostgres, type TestDatabase } from "../../helpers/postgres.ts";

describePostgres("the queue in PostgreSQL", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  describeRunQueue(async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query("drop schema if exists bullmq cascade");
    await client.end();
    return { databaseUrl: database.url, redisUrl: null };
  });
});

it("a database that does not answer is named, without its user and password", async () => {
  const databaseUrl = "postgres://user:canary@127.0.0.1:1/desk";
  await expect(openRunQueue({ databaseUrl, redisUrl: null })).rejects.toMatchObject({
    code: "storage",
    message: expect.stringMatching(/^(?!.*canary).*"127\.0\.0\.1:1\/desk".*ECONNREFUSED/),
  });
});
