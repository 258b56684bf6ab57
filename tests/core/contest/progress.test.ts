import { describe, expect, it } from "vitest";
import { type ContestNews, contestNewsSchema } from "#core/contest/news.ts";
import { contestNews } from "#core/contest/progress.ts";
import type { RunEvent } from "#core/event.ts";

const author = (name: string) => ({ name, kind: "author", parent: null }) as const;
const step = (name: string, parent: string) => ({ name, kind: "author_step", parent }) as const;

type Ref = ReturnType<typeof author | typeof step>;

const starts = (ref: Ref, at: number): RunEvent => ({ type: "span_started", ...ref, at });
const ends = (ref: Ref, at: number, error: string | null = null): RunEvent => {
  return { type: "span_ended", ...ref, at, ms: 10, error };
};
const text = (node: string, written: string): RunEvent => {
  return { type: "text", node, text: written, at: 0 };
};
const strategy = (node: string, at: number, failure: string | null = null): RunEvent => {
  const figures = failure === null ? { sharpe: 0.82, totalReturn: 0.341 } : none;
  return { type: "strategy_ended", node, ...figures, failure, code: null, answer: null, at };
};
const none = { sharpe: null, totalReturn: null };
const runEnded: RunEvent = { type: "run_ended", ms: 900, error: null, at: 900 };

/** All that one author does who has a strategy: at it from `at` on, 10 ms a step. */
function fine(name: string, at: number): RunEvent[] {
  const steps = ["write", "check", "dry_run", "backtest"].flatMap((part, place) => [
    starts(step(part, name), at + 10 * place),
    ends(step(part, name), at + 10 * place + 10),
  ]);
  return [starts(author(name), at), ...steps, strategy(name, at + 40), ends(author(name), at + 41)];
}

function newsOf(authors: readonly string[], events: readonly RunEvent[]): ContestNews[] {
  return events.flatMap(contestNews(authors)).map((news) => contestNewsSchema.parse(news));
}

function percentsOf(news: readonly ContestNews[]): number[] {
  return news.flatMap((one) => ("percent" in one ? [one.percent] : []));
}

describe("the news of a contest", () => {
  it("begin with who takes part, whatever comes first", () => {
    const [first, second] = newsOf(["a", "b"], [{ type: "notice", text: "SYNTHETIC", at: 0 }]);
    expect(first).toEqual({ type: "contest_started", authors: ["a", "b"] });
    expect(second).toEqual({ type: "notice", text: "SYNTHETIC" });
  });

  it("tell of an author's start, steps, figures and nothing after", () => {
    const news = newsOf(["a"], fine("a", 100));
    expect(news.map(({ type }) => type)).toEqual([
      "contest_started",
      "author_started",
      ...Array.from({ length: 8 }, () => "step"),
      "author_ok",
    ]);
    expect(news.slice(2, 4)).toEqual([
      {
        type: "step",
        author: "a",
        step: "write",
        state: "started",
        ms: null,
        error: null,
        percent: 0,
      },
      {
        type: "step",
        author: "a",
        step: "write",
        state: "ended",
        ms: 10,
        error: null,
        percent: 25,
      },
    ]);
    expect(news.at(-1)).toEqual({
      type: "author_ok",
      author: "a",
      sharpe: 0.82,
      totalReturn: 0.341,
      ms: 40,
      percent: 99,
    });
  });

  it("carry each piece of the code and the end of what there is so far", () => {
    const news = newsOf(["a"], [text("a", "x".repeat(390)), text("a", "the very end")]);
    expect(news.at(-1)).toMatchObject({ type: "code", text: "the very end" });
    const [, , last] = news;
    expect(last?.type === "code" && last.preview).toBe(`${"x".repeat(388)}the very end`);
  });

  it("preview a repair from its own beginning", () => {
    const news = newsOf(["a"], [text("a", "first"), starts(step("write", "a"), 5), text("a", "2")]);
    expect(news.at(-1)).toMatchObject({ preview: "2" });
  });

  it("tell why an author failed, once, be it by its strategy or by its span", () => {
    const failed = newsOf(
      ["a", "b"],
      [
        starts(author("a"), 0),
        strategy("a", 30, "line 3: no such thing"),
        ends(author("a"), 31, "line 3: no such thing"),
        ends(author("b"), 50, "took longer than 60 s"),
      ],
    ).filter(({ type }) => type === "author_failed");
    expect(failed).toEqual([
      {
        type: "author_failed",
        author: "a",
        reason: "line 3: no such thing",
        ms: 30,
        percent: 50,
      },
      {
        type: "author_failed",
        author: "b",
        reason: "took longer than 60 s",
        ms: null,
        percent: 99,
      },
    ]);
  });

  it("never fall in percent, be a strategy repaired, and are at 100 only when all is over", () => {
    const repaired = [
      starts(author("b"), 0),
      starts(step("write", "b"), 0),
      ends(step("write", "b"), 10),
      starts(step("check", "b"), 10),
      ends(step("check", "b"), 11, "no function"),
      starts(step("write", "b"), 11),
      ...fine("b", 20).slice(2),
    ];
    const percents = percentsOf(newsOf(["a", "b"], [...fine("a", 0), ...repaired, runEnded]));
    expect(percents).toEqual([...percents].sort((x, y) => x - y));
    expect(percents.filter((percent) => percent === 100)).toEqual([100]);
    expect(percents.at(-1)).toBe(100);
  });

  it("do not count a step that went wrong", () => {
    const wrong = [ends(step("write", "a"), 10), ends(step("check", "a"), 11, "no function")];
    expect(percentsOf(newsOf(["a"], wrong))).toEqual([25, 25]);
  });

  it("end with how many have a strategy, how many failed, and when the first and the last were done", () => {
    const events = [...fine("a", 0), ...fine("b", 200), strategy("c", 700, "down"), runEnded];
    expect(newsOf(["a", "b", "c"], events).at(-1)).toEqual({
      type: "contest_ended",
      percent: 100,
      ok: 2,
      failed: 1,
      firstDoneMs: 40,
      lastDoneMs: 240,
      ms: 900,
      error: null,
    });
  });

  it("end with the reason where there is no result", () => {
    expect(newsOf(["a"], [{ ...runEnded, error: "There is no such symbol." }]).at(-1)).toEqual({
      type: "contest_ended",
      percent: 100,
      ok: 0,
      failed: 0,
      firstDoneMs: null,
      lastDoneMs: null,
      ms: 900,
      error: "There is no such symbol.",
    });
  });

  it("pass over what is told of others, and of steps that are none", () => {
    const others = [
      ...fine("dispatcher", 0),
      text("merge", "x"),
      ends(step("ponder", "a"), 10),
      { type: "run_resumed", attempt: 2, at: 20 } as const,
    ];
    expect(newsOf(["a"], others)).toEqual([{ type: "contest_started", authors: ["a"] }]);
  });

  it("are of one contest alone: two tellers know nothing of each other", () => {
    const [one, other] = [contestNews(["a"]), contestNews(["a"])];
    one(strategy("a", 10));
    expect(other(strategy("a", 10)).at(-1)?.type).toBe("author_ok");
  });
});
