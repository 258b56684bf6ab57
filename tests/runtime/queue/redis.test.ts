import { expect, it } from "vitest";
import { openRunQueue } from "#runtime/queue/open-queue.ts";
import { describeRunQueue } from "../../contracts/run-queue.ts";
import { describeRedis, freshRedis } from "../../helpers/redis.ts";

/** Not asked: Redis alone has the queue. */
const databaseUrl = "postgres://127.0.0.1:1/desk";

describeRedis("the queue in Redis", () => {
  describeRunQueue(async () => ({ databaseUrl, redisUrl: await freshRedis() }));
});

it("a Redis that does not answer is named, without its password", async () => {
  const redisUrl = "redis://:canary@127.0.0.1:1";
  await expect(openRunQueue({ databaseUrl, redisUrl })).rejects.toMatchObject({
    code: "storage",
    message: expect.stringMatching(/^(?!.*canary).*"127\.0\.0\.1:1".*ECONNREFUSED/),
  });
});
