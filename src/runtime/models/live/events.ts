/** One event of a stream that carries data. */
export interface DataEvent {
  /** The event's name; null for an ordinary one. */
  readonly name: string | null;
  readonly data: string;
}

/**
 * Reads a body of server-sent events. Comments and events without data are passed over. An event that
 * the body's end cuts off is given as far as it came, so that its reader can see that it is broken.
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<DataEvent> {
  let name: string | null = null;
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    if (line === "") {
      if (data.length > 0) yield { name, data: data.join("\n") };
      name = null;
      data = [];
      continue;
    }
    const [, field, value = ""] = /^(\w+):? ?(.*)$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    if (field === "event") name = value;
  }
  if (data.length > 0) yield { name, data: data.join("\n") };
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    // A carriage return at the end may be the first half of a line's end.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield* rest.split(/\r\n|\n|\r/);
}
