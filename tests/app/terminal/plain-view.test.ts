import { describe, expect, it } from "vitest";
import { createPlainView } from "#app/terminal/plain-view.ts";
import type { RunEvent } from "#core/event.ts";

const author = { name: "rules:breakout", kind: "author", parent: null } as const;
const started: RunEvent = { type: "span_started", ...author, at: 0 };
const ended = (error: string | null): RunEvent => {
  return { type: "span_ended", ...author, at: 1_230, ms: 1_230, error };
};
const strategy = (failure: string | null): RunEvent => ({
  type: "strategy_ended",
  node: author.name,
  sharpe: failure === null ? 0.82 : null,
  totalReturn: failure === null ? 0.341 : null,
  failure,
  code: null,
  answer: null,
  at: 1_229,
});

function linesOf(events: readonly RunEvent[], quiet = false): string[] {
  const written: string[] = [];
  const view = createPlainView({ write: (text) => written.push(text) }, quiet);
  for (const event of events) view.onEvent(event);
  view.stop();
  return written.join("").split("\n").slice(0, -1);
}

describe("the plain view", () => {
  it("tells when an author starts, and what its strategy has come to", () => {
    expect(linesOf([started, strategy(null), ended(null)])).toEqual([
      "rules:breakout: started",
      "rules:breakout: Sharpe 0.82, +34.10 % out of sample, in 1.23 s",
    ]);
  });

  it("tells why an author has none, on one line whatever was thrown", () => {
    const why = "line 1:\nrules:blend: Sharpe 9\x1b[2J";
    expect(linesOf([started, strategy(why), ended(why)])).toEqual([
      "rules:breakout: started",
      "rules:breakout: failed after 1.23 s: line 1: rules:blend: Sharpe 9",
    ]);
    expect(linesOf([ended("took longer than 60 s")])).toEqual([
      "rules:breakout: failed after 1.23 s: took longer than 60 s",
    ]);
  });

  it("tells of analysts and other nodes when they are done or have failed", () => {
    const analyst = { name: "news_analyst", kind: "analyst", parent: null } as const;
    const merge = { name: "merge", kind: "merge", parent: null } as const;
    expect(
      linesOf([
        { type: "span_started", ...analyst, at: 0 },
        { type: "span_ended", ...analyst, at: 5, ms: 5, error: "down" },
        { type: "span_started", ...merge, at: 5 },
        { type: "span_ended", ...merge, at: 6, ms: 1, error: null },
      ]),
    ).toEqual([
      "news_analyst: started",
      "news_analyst: failed after 5.0 ms: down",
      "merge: done in 1.0 ms",
    ]);
  });

  it("tells of no step, tool or text", () => {
    const step = { name: "write", kind: "author_step", parent: author.name } as const;
    expect(
      linesOf([
        { type: "span_started", ...step, at: 0 },
        { type: "text", node: author.name, text: "let", at: 1 },
        { type: "span_ended", ...step, at: 2, ms: 2, error: null },
      ]),
    ).toEqual([]);
  });

  it("tells only notices to whoever wants it quiet", () => {
    const notice: RunEvent = { type: "notice", text: "SYNTHETIC DATA", at: 0 };
    expect(linesOf([notice, started, strategy(null), ended(null)], true)).toEqual([
      "SYNTHETIC DATA",
    ]);
  });
});
