import { LLMock } from "@copilotkit/aimock";
import { tool } from "@langchain/core/tools";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { failureOf, openProvider } from "../../../helpers/live-provider.ts";

/** A server of another's making that speaks the same language. */
async function startMock() {
  const mock = new LLMock({ port: 0, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  return { mock, ...openProvider(mock.url) };
}

const getNews = tool(async () => "news", {
  name: "get_news",
  description: "News of a symbol.",
  schema: z.object({ symbol: z.string() }),
});

describe("a live model, before a mock server of another's making,", () => {
  it("reads text, its end and its tokens", async () => {
    const { mock, model } = await startMock();
    mock.onMessage("AAPL", { content: "Apple looks fine." });
    const message = await model.invoke("What of AAPL?");
    expect(message).toMatchObject({
      text: "Apple looks fine.",
      response_metadata: { finish_reason: "stop" },
    });
    expect(message.usage_metadata?.output_tokens).toBeGreaterThan(0);
  });

  it("reads tool calls", async () => {
    const { mock, model } = await startMock();
    const toolCalls = ["AAPL", "MSFT"].map((symbol) => ({
      name: "get_news",
      arguments: JSON.stringify({ symbol }),
    }));
    mock.onMessage("AAPL", { toolCalls });
    expect(await model.bindTools?.([getNews]).invoke("What of AAPL?")).toMatchObject({
      tool_calls: [
        { name: "get_news", args: { symbol: "AAPL" } },
        { name: "get_news", args: { symbol: "MSFT" } },
      ],
    });
  });

  it.each([429, 500, 503])("recovers from one %i", async (status) => {
    const { mock, model } = await startMock();
    mock.onMessage("AAPL", { content: "Apple looks fine." });
    mock.nextRequestError(status, { message: "not now" });
    expect((await model.invoke("What of AAPL?")).text).toBe("Apple looks fine.");
    expect(mock.getRequests()).toHaveLength(2);
  });

  it.each([400, 401, 402, 403])("makes one request with %i", async (status) => {
    const { mock, model } = await startMock();
    mock.nextRequestError(status, { message: "no" });
    const error = await failureOf(model.invoke("What of AAPL?"));
    expect(error.facts).toMatchObject({ status, attempts: 1 });
    expect(mock.getRequests()).toHaveLength(1);
  });

  it("waits as long as it is asked to", async () => {
    const { mock, model, waits } = await startMock();
    mock.setChaos({ rateLimitRate: 1 });
    await failureOf(model.invoke("What of AAPL?"));
    expect(waits).toHaveLength(3);
    for (const ms of waits) expect(ms).toBeGreaterThanOrEqual(1_000);
  });

  it.each([{ malformedRate: 1 }, { disconnectRate: 1 }, { dropRate: 1 }])(
    "takes no answer under %j, and gives up after four attempts",
    async (chaos) => {
      const { mock, model } = await startMock();
      mock.onMessage("AAPL", { content: "Apple looks fine." });
      mock.setChaos(chaos);
      expect((await failureOf(model.invoke("What of AAPL?"))).facts).toMatchObject({ attempts: 4 });
    },
  );

  it.each([{ truncateAfterChunks: 2 }, { truncateAfterChunks: 1 }])(
    "takes no answer that is cut off (%j)",
    async (fault) => {
      const { mock, model } = await startMock();
      mock.onMessage("AAPL", { content: "The target is 250." }, { chunkSize: 4, ...fault });
      expect((await failureOf(model.invoke("What of AAPL?"))).facts).toMatchObject({ attempts: 4 });
    },
  );
});
