import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import {
  answer,
  eventText,
  promptOf,
  startChatStub,
  streamText,
} from "../../../helpers/chat-completions-stub.ts";
import { failureOf, openProvider } from "../../../helpers/live-provider.ts";

const TEXT = "Apple looks fine.";
const CHUNK = { id: "chatcmpl-0", choices: [{ index: 0, delta: { content: "Apple " } }] };

function typed(response: ServerResponse, type: string, body: string): true {
  response.writeHead(200, { "content-type": type }).end(body);
  return true;
}

function pieces(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(text);
}

/** Each sends what must not pass for an answer. */
const faults: Record<string, { kind: string; send: (response: ServerResponse) => true }> = {
  "a stream without finish_reason": {
    kind: "truncated",
    send: (response) => answer(response, streamText({ attempt: 0, finishReason: null })),
  },
  "a stream that ends after its first words": {
    kind: "truncated",
    send: (response) => answer(response, eventText(CHUNK)),
  },
  "a stream with nothing in it": { kind: "truncated", send: (response) => answer(response, "") },
  "a stream that ends in the middle of an event": {
    kind: "bad_answer",
    send: (response) => answer(response, `${eventText(CHUNK)}data: {"id":`),
  },
  "a stream of broken JSON": {
    kind: "bad_answer",
    send: (response) => answer(response, 'data: {"choices":[}\n\n'),
  },
  "an error as an event": {
    kind: "bad_answer",
    send: (response) =>
      answer(response, eventText(CHUNK) + eventText({ error: { message: "overloaded" } })),
  },
  "an error as an event with a name": {
    kind: "bad_answer",
    send: (response) => answer(response, `event: error\n${eventText({ message: "overloaded" })}`),
  },
  "an error with a status as an event": {
    kind: "server_error",
    send: (response) =>
      answer(
        response,
        eventText(CHUNK) + eventText({ ...CHUNK, error: { code: 502, message: "provider down" } }),
      ),
  },
  "an answer that says it ended with an error": {
    kind: "bad_answer",
    send: (response) => answer(response, streamText({ attempt: 0, finishReason: "error" })),
  },
  "a success that carries an error": {
    kind: "bad_answer",
    send: (response) => typed(response, "application/json", '{"error":{"message":"overloaded"}}'),
  },
  "a success that carries a 429": {
    kind: "rate_limited",
    send: (response) =>
      typed(response, "application/json", '{"error":{"code":429,"message":"slow down"}}'),
  },
  HTML: {
    kind: "bad_answer",
    send: (response) => typed(response, "text/html", "<!doctype html><h1>It works!</h1>"),
  },
  "HTML that calls itself a stream": {
    kind: "truncated",
    send: (response) => answer(response, "<!doctype html>\n<h1>It works!</h1>\n\n"),
  },
  "broken JSON": {
    kind: "bad_answer",
    send: (response) => typed(response, "application/json", '{"choices":['),
  },
  "an answer without a word": {
    kind: "empty_answer",
    send: (response) => answer(response, streamText({ attempt: 0, words: [""] })),
  },
  "a connection that breaks before the answer": {
    kind: "broken_connection",
    send: (response) => {
      response.socket?.resetAndDestroy();
      return true;
    },
  },
  "a connection that breaks within the answer": {
    kind: "broken_connection",
    send: (response) => {
      pieces(response, eventText(CHUNK));
      setTimeout(() => response.socket?.resetAndDestroy(), 5);
      return true;
    },
  },
  "an answer that never begins": { kind: "timeout", send: () => true },
  "a stream that stands still": {
    kind: "stalled",
    send: (response) => {
      pieces(response, eventText(CHUNK));
      return true;
    },
  },
  "a stream that goes on with comments only": {
    kind: "stalled",
    send: (response) => {
      pieces(response, eventText(CHUNK));
      const timer = setInterval(() => response.write(": still at it\n\n"), 10);
      response.once("close", () => clearInterval(timer));
      return true;
    },
  },
};
/** Short ones for the faults that run into them. */
const timeouts: Readonly<Record<string, object>> = {
  timeout: { requestTimeoutMs: 120 },
  stalled: { idleTimeoutMs: 60 },
};

describe.each(Object.entries(faults))("%s", (_name, { kind, send }) => {
  it("is asked for again, and the whole answer is taken", async () => {
    const { origin, seen } = await startChatStub(
      (response, attempt) => attempt === 1 && send(response),
    );
    const { model } = openProvider(origin, timeouts[kind]);
    expect((await model.invoke("?")).text).toBe(TEXT);
    // A busy machine may run into a short timeout once more.
    if (timeouts[kind] === undefined) expect(seen).toHaveLength(2);
    else expect(seen.length).toBeGreaterThanOrEqual(2);
  });

  it("is an error after four attempts, and never an answer", async () => {
    const { origin, seen } = await startChatStub(send);
    const error = await failureOf(openProvider(origin, timeouts[kind]).model.invoke("?"));
    expect(error.code).toBe(["timeout", "stalled"].includes(kind) ? "timeout" : "model");
    expect(error.facts).toMatchObject({ kind, attempts: 4 });
    expect(seen).toHaveLength(4);
  });
});

describe("a stream that is slow", () => {
  it("is taken as long as its data goes on, also beyond the idle timeout in all", async () => {
    const words = Array.from({ length: 12 }, (_, index) => `${index} `);
    const { origin, seen } = await startChatStub((response, attempt) => {
      const events = streamText({ attempt, words }).split(/(?<=\n\n)/);
      pieces(response, "");
      const timer = setInterval(() => {
        const event = events.shift();
        if (event !== undefined) response.write(event);
        else response.end(() => clearInterval(timer));
      }, 25);
      response.once("close", () => clearInterval(timer));
      return true;
    });
    const { model } = openProvider(origin, { idleTimeoutMs: 250 });
    expect((await model.invoke("?")).text).toBe(words.join(""));
    expect(seen).toHaveLength(1);
  });

  it("is cut at the request's deadline, though its data goes on", async () => {
    const { origin } = await startChatStub((response) => {
      pieces(response, eventText(CHUNK));
      const timer = setInterval(() => response.write(eventText(CHUNK)), 10);
      response.once("close", () => clearInterval(timer));
      return true;
    });
    const { model } = openProvider(origin, { requestTimeoutMs: 60 });
    expect((await failureOf(model.invoke("?"))).facts).toMatchObject({ kind: "timeout" });
  });
});

describe("a stream that is cut off anywhere", () => {
  /** Numbers that repeat: the same cuts in every run. */
  function cuts(count: number, below: number): number[] {
    let state = 20_261_121;
    return Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return 1 + Math.floor((state / 2 ** 32) * (below - 1));
    });
  }

  it("never passes for an answer that it is not: 0 of 100", async () => {
    const words = ["The target ", "is 2", "50 € ", "by ", "March."];
    const text = words.join("");
    const whole = Buffer.from(streamText({ attempt: 0, words }));
    const finished = whole.indexOf('"finish_reason":"stop"');
    const positions = cuts(100, whole.length);
    const known = new Set<string>();
    const { origin, seen } = await startChatStub((response, attempt, request) => {
      const prompt = promptOf(request);
      if (known.has(prompt)) return answer(response, streamText({ attempt, words }));
      known.add(prompt);
      return answer(response, whole.subarray(0, positions[Number(prompt)]));
    });
    const { model } = openProvider(origin);
    const answers = await Promise.all(positions.map((_, index) => model.invoke(String(index))));
    expect(answers.filter((message) => message.text !== text)).toEqual([]);

    const asked = Map.groupBy(seen, promptOf);
    const cutShort = positions.flatMap((position, index) => (position < finished ? [index] : []));
    expect(cutShort.length).toBeGreaterThan(50);
    for (const index of cutShort) expect(asked.get(String(index))).toHaveLength(2);
  });
});

describe("an answer that the provider ended itself", () => {
  it("is taken when its length was limited, and says so", async () => {
    const { origin } = await startChatStub((response, attempt) =>
      answer(response, streamText({ attempt, words: ["Apple "], finishReason: "length" })),
    );
    const message = await openProvider(origin).model.invoke("?");
    expect(message.text).toBe("Apple ");
    expect(message.response_metadata).toMatchObject({ finish_reason: "length" });
  });

  it("fails at once when its content was filtered", async () => {
    const { origin, seen } = await startChatStub((response, attempt) =>
      answer(response, streamText({ attempt, finishReason: "content_filter" })),
    );
    const error = await failureOf(openProvider(origin).model.invoke("?"));
    expect(error.facts).toMatchObject({ kind: "filtered", attempts: 1 });
    expect(seen).toHaveLength(1);
  });

  it("fails at once when a success carries that the credit is used up", async () => {
    const { origin, seen } = await startChatStub((response) =>
      typed(response, "application/json", '{"error":{"code":402,"message":"no credits"}}'),
    );
    const error = await failureOf(openProvider(origin).model.invoke("?"));
    expect(error.facts).toMatchObject({ kind: "out_of_credit", status: 402, attempts: 1 });
    expect(seen).toHaveLength(1);
  });
});
