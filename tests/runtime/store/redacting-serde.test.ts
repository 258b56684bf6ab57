import { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { redactingSerde } from "#runtime/store/redacting-serde.ts";

const SECRET = 'sk-canary-"quoted"\\n-1234';

async function stored(value: unknown, secrets: readonly string[] = [SECRET]) {
  const serde = redactingSerde(secrets);
  const [type, bytes] = await serde.dumpsTyped(value);
  return { text: Buffer.from(bytes).toString(), loaded: await serde.loadsTyped(type, bytes) };
}

describe("what is stored of a run's state", () => {
  it("holds no secret, wherever it stood", async () => {
    const { text, loaded } = await stored({ [SECRET]: [`a ${SECRET}.`], error: new Error(SECRET) });
    expect(text).not.toContain("sk-canary");
    expect(loaded).toEqual({ "[redacted]": ["a [redacted]."], error: new Error("[redacted]") });
  });

  it("holds none in a text that is JSON itself", async () => {
    const { text, loaded } = await stored({ arguments: JSON.stringify({ key: SECRET }) });
    expect(text).not.toContain("sk-canary");
    expect(JSON.parse(loaded.arguments)).toEqual({ key: "[redacted]" });
  });

  it("holds none in bytes, of which the rest stays as it is", async () => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 128]), Buffer.from(`é ${SECRET} é`)]);
    const { loaded } = await stored(bytes);
    expect(Buffer.from(loaded)).toEqual(
      Buffer.concat([Buffer.from([0, 255, 128]), Buffer.from("é [redacted] é")]),
    );
  });

  it("holds its figures, though a secret reads like one", async () => {
    const { loaded } = await stored({ volume: 1234567890, text: "1234567890" }, ["1234567890"]);
    expect(loaded).toEqual({ volume: 1234567890, text: "[redacted]" });
  });

  it("is otherwise what LangGraph stores: what JSON cannot say comes back as it was", async () => {
    const value = { message: new AIMessage(SECRET), seen: new Set([1]), none: undefined };
    const { loaded } = await stored(value);
    expect(loaded).toEqual({ ...value, message: new AIMessage("[redacted]") });
  });
});
