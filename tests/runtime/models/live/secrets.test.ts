import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { withFallbacks } from "#runtime/models/live/fallbacks.ts";
import {
  answer,
  eventText,
  refuse,
  startChatStub,
} from "../../../helpers/chat-completions-stub.ts";
import { failureOf, KEY, openProvider } from "../../../helpers/live-provider.ts";

/** Everything that could be written of a value, its causes and its stack. */
function everythingOf(value: unknown): string {
  const shown = inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  const causes = value instanceof Error ? [value.stack, everythingOf(value.cause)] : [];
  return [shown, JSON.stringify(value), ...causes].join("\n");
}

describe("the key", () => {
  it("is in nothing that a model shows of itself, before a call and after", async () => {
    const { origin, seen } = await startChatStub();
    const { provider, model } = openProvider(origin);
    const things = () => [
      provider,
      model,
      withFallbacks([model]),
      model.bindTools?.([]),
      model.withStructuredOutput(z.object({ a: z.string() })),
    ];
    const before = things().map(everythingOf).join("\n");
    const message = await model.invoke("?");
    expect(seen[0]?.headers.authorization).toContain(KEY);
    expect(
      `${before}${things().map(everythingOf).join("\n")}${everythingOf(message)}`,
    ).not.toContain(KEY);
  });

  it("is left in words that it is too short to hide from", async () => {
    const { origin } = await startChatStub((response) =>
      refuse(response, 400, {}, { message: "text is too long" }),
    );
    const { model } = openProvider(origin, { apiKey: "x" });
    expect((await failureOf(model.invoke("?"))).message).toContain("text is too long");
  });

  it("is in nothing that a tracer is told", async () => {
    const { origin } = await startChatStub(
      (response, attempt) => attempt < 2 && refuse(response, 500),
    );
    const told: unknown[] = [];
    const tell = (...args: unknown[]) => {
      told.push(args);
    };
    await openProvider(origin).model.invoke("?", {
      callbacks: [{ handleChatModelStart: tell, handleLLMNewToken: tell, handleLLMEnd: tell }],
    });
    expect(told.length).toBeGreaterThan(2);
    expect(everythingOf(told)).not.toContain(KEY);
  });

  it.each([400, 401, 402, 403, 404, 422, 429, 500])(
    "is not in the error of a %i that repeats it",
    async (status) => {
      const { origin } = await startChatStub((response) =>
        refuse(response, status, {}, { message: `Incorrect API key provided: ${KEY}` }),
      );
      const error = await failureOf(openProvider(origin).model.invoke("?"));
      expect(error.message).toContain("Incorrect API key provided: [key]");
      expect(everythingOf(error)).not.toContain(KEY);
      expect(everythingOf(error)).not.toMatch(/bearer|authorization/i);
    },
  );

  it.each([
    ["an error within a stream", eventText({ error: { message: `bad ${KEY}` } })],
    [
      "an error within a stream that has a status",
      eventText({ error: { code: 400, message: `bad ${KEY}` } }),
    ],
    ["what is no answer", `data: ${KEY}\n\n`],
  ])("is not in the error of %s", async (_what, bytes) => {
    const { origin } = await startChatStub((response) => answer(response, bytes));
    const error = await failureOf(openProvider(origin).model.invoke("?"));
    expect(everythingOf(error)).not.toContain(KEY);
  });

  it("is not in the error of a connection that fails", async () => {
    const { origin } = await startChatStub((response) => {
      response.socket?.resetAndDestroy();
      return true;
    });
    const errors = await Promise.all([
      failureOf(openProvider(origin).model.invoke("?")),
      failureOf(openProvider("http://127.0.0.1:1").model.invoke("?")),
    ]);
    expect(everythingOf(errors)).not.toContain(KEY);
    expect(everythingOf(errors)).not.toMatch(/bearer|authorization/i);
  });
});
