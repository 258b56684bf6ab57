const CALLED = /^Already called: (.*)$/m;

/** The line of a briefing that names the tool calls behind it, as in `get_quote(AAPL)`. */
export function calledLine(calls: readonly string[]): string {
  return `Already called: ${calls.join(" ")}`;
}

/** The names of the tools that a briefing's line names. */
export function readCalled(prompt: string): ReadonlySet<string> {
  const calls = CALLED.exec(prompt)?.[1]?.split(" ") ?? [];
  return new Set(calls.map((call) => call.replace(/\(.*$/, "")));
}
