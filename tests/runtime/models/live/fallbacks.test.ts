import { FakeListChatModel } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DeskError } from "#core/errors.ts";
import { withFallbacks } from "#runtime/models/live/fallbacks.ts";
import { createProvider } from "#runtime/models/live/provider.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { refuse, startChatStub } from "../../../helpers/chat-completions-stub.ts";
import { failureOf, KEY, openProvider } from "../../../helpers/live-provider.ts";

/** A provider that refuses some models. */
async function refusing(statuses: Readonly<Record<string, number>>) {
  const stub = await startChatStub((response, _attempt, { body }) => {
    const status = statuses[body.model];
    return status !== undefined && refuse(response, status);
  });
  const { provider } = openProvider(stub.origin);
  const asked = () => stub.seen.map(({ body }) => body.model);
  return { provider, asked, origin: stub.origin };
}

/** A model that fails with an error. */
function failing(error: Error) {
  const model = new FakeListChatModel({ responses: [] });
  model._generate = () => Promise.reject(error);
  return model;
}

describe("models with fallbacks", () => {
  it("answer with the first that works, and say which it was", async () => {
    const { provider, asked } = await refusing({ first: 500, second: 400 });
    const models = ["second", "third", "fourth"].map((name) => provider.model(name));
    const message = await withFallbacks([provider.model("first"), ...models]).invoke("?");
    expect(message.text).toBe("Apple looks fine.");
    expect(message.response_metadata).toMatchObject({ answered_by: "third" });
    expect(asked()).toEqual(["first", "first", "first", "first", "second", "third"]);
  });

  it("ask the first alone where it works", async () => {
    const { provider, asked } = await refusing({});
    const model = withFallbacks([provider.model("first"), provider.model("second")]);
    expect((await model.invoke("?")).response_metadata).toMatchObject({ answered_by: "first" });
    expect(asked()).toEqual(["first"]);
  });

  it("fall back on a model of another kind", async () => {
    const { provider } = await refusing({ first: 400 });
    const model = withFallbacks([provider.model("first"), createRulesModel()]);
    expect((await model.invoke("?")).response_metadata).toMatchObject({ answered_by: "rules" });
  });

  it("stream the answer of a model that knows no chunks", async () => {
    const { provider } = await refusing({ first: 400 });
    const fake = new FakeListChatModel({ responses: ["Whole."] });
    const stream = await withFallbacks([provider.model("first"), fake]).stream("?");
    expect((await Array.fromAsync(stream)).map(({ text }) => text)).toEqual(["Whole."]);
  });

  it("hand tools and schemas on", async () => {
    const { provider, asked } = await refusing({ first: 400 });
    const model = withFallbacks([provider.model("first"), provider.model("second")]);
    const structured = model.withStructuredOutput(z.object({ a: z.string() }), {
      includeRaw: true,
    });
    const { parsed } = await structured.invoke("?");
    expect(parsed).toBeNull();
    expect(asked()).toEqual(["first", "second"]);
  });

  it("name every failure when none works", async () => {
    const { provider } = await refusing({ first: 404, second: 400 });
    const model = withFallbacks([provider.model("first"), provider.model("second")]);
    const error = await failureOf(model.invoke("?"));
    expect(error.code).toBe("configuration");
    expect(error.message).toMatch(/"first".*--model.*"second"/);
  });

  it.each([401, 302])("ask no other where a setting is wrong (%i)", async (status) => {
    const { provider, asked } = await refusing({ first: status });
    const model = withFallbacks([provider.model("first"), provider.model("second")]);
    expect((await failureOf(model.invoke("?"))).code).toBe("configuration");
    expect(asked()).toEqual(["first"]);
  });

  it("fail as the one model does where there is no other", async () => {
    const { provider } = await refusing({ first: 400 });
    const error = await failureOf(withFallbacks([provider.model("first")]).invoke("?"));
    expect(error.facts).toMatchObject({ kind: "request_refused", model: "first" });
  });

  it.each([new Error("a mistake"), new DeskError("interrupted", "enough")])(
    "end at once with what is no model's failure: %s",
    async (error) => {
      const { provider, asked } = await refusing({});
      const model = withFallbacks([failing(error), provider.model("second")]);
      await expect(model.invoke("?")).rejects.toBe(error);
      expect(asked()).toEqual([]);
    },
  );

  it("end at once when aborted", async () => {
    const hanging = await startChatStub(() => true);
    const { provider, asked } = await refusing({});
    const slow = createProvider({ baseUrl: `${hanging.origin}/v1`, apiKey: KEY });
    const model = withFallbacks([slow.model("first"), provider.model("second")]);
    const controller = new AbortController();
    const call = model.invoke("?", { signal: controller.signal });
    call.catch(() => {});
    await expect.poll(() => hanging.seen.length).toBe(1);
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    await slow.close();
    expect(asked()).toEqual([]);
  });
});
