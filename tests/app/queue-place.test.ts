import { expect, it } from "vitest";
import { readConfig } from "#app/config.ts";
import { requireQueue } from "#app/queue-place.ts";
import { describePostgres, freshDatabase } from "../helpers/postgres.ts";

const DEAD = "127.0.0.1:1";

it.each([
  ["Redis", { DATABASE_URL: `postgres://${DEAD}/desk`, REDIS_URL: `redis://${DEAD}` }],
  ["PostgreSQL", { DATABASE_URL: `postgres://${DEAD}/desk` }],
])("a queue in %s that does not answer is told of before anything waits in it", async (_, env) => {
  await expect(requireQueue(readConfig(env), "--distributed")).rejects.toMatchObject({
    code: "storage",
    message: expect.stringMatching(/^cannot open the queue: .*ECONNREFUSED/),
  });
});

it("without a database that machines share it is said what to set", async () => {
  await expect(requireQueue(readConfig({}), "--distributed")).rejects.toMatchObject({
    code: "usage",
    message: expect.stringMatching(/^--distributed needs .* DATABASE_URL/),
  });
});

describePostgres("a queue that answers", () => {
  it("is let go of again", async () => {
    const config = readConfig({ DATABASE_URL: await freshDatabase() });
    await expect(requireQueue(config, "--distributed")).resolves.toBeUndefined();
  });
});
