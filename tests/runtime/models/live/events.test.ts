import { describe, expect, it } from "vitest";
import { readEvents } from "#runtime/models/live/events.ts";

async function read(...parts: readonly string[]) {
  const bytes = parts.map((part) => new TextEncoder().encode(part));
  return Array.fromAsync(readEvents(ReadableStream.from(bytes)));
}

describe("a body of events", () => {
  it.each(["\n", "\r\n", "\r"])("is read with lines that end in %j", async (end) => {
    const text = `data: one${end}${end}event: error${end}data: two${end}${end}`;
    expect(await read(text)).toEqual([
      { name: null, data: "one" },
      { name: "error", data: "two" },
    ]);
  });

  it("is the same wherever its parts begin, also within a line's end or a letter", async () => {
    const bytes = new TextEncoder().encode(
      "data: äöü\r\ndata: 2\r\n\r\n: note\r\n\r\ndata:€\r\n\r\n",
    );
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const parts = [bytes.slice(0, cut), bytes.slice(cut)];
      expect(await Array.fromAsync(readEvents(ReadableStream.from(parts)))).toEqual([
        { name: null, data: "äöü\n2" },
        { name: null, data: "€" },
      ]);
    }
  });

  it("holds no event where there is no data", async () => {
    expect(await read(": ping\n\n", "event: ping\n\n", "id: 3\n\n", "retry: 10\n\n")).toEqual([]);
  });

  it("gives an event that its end cuts off", async () => {
    expect(await read('data: {"a":')).toEqual([{ name: null, data: '{"a":' }]);
  });
});
