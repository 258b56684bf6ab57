import { describe, expect, it } from "vitest";
import { joinText } from "#app/joined-text.ts";
import type { RunEvent } from "#core/event.ts";

/** A journal whose time is told by hand, and what it has been told. */
function gathering() {
  const told: RunEvent[] = [];
  const due: (() => void)[] = [];
  const journal = joinText({ record: (event) => told.push(event) }, (work) => {
    due.push(work);
    return () => due.splice(due.indexOf(work), 1);
  });
  return {
    told,
    journal,
    say: (node: string, text: string, at = 0) => journal.record({ type: "text", node, text, at }),
    /** Lets the 50 ms pass for whoever waits for them. */
    pass: () => {
      for (const work of due.splice(0)) work();
    },
    waiting: () => due.length,
  };
}

const notice: RunEvent = { type: "notice", text: "invented", at: 9 };

describe("text that a run tells", () => {
  it("is told once for each node when its time has passed, of when it began", () => {
    const { told, say, pass } = gathering();
    say("a", "one ", 1);
    say("b", "uno ", 2);
    say("a", "two", 3);
    expect(told).toEqual([]);
    pass();
    expect(told).toEqual([
      { type: "text", node: "a", text: "one two", at: 1 },
      { type: "text", node: "b", text: "uno ", at: 2 },
    ]);
  });

  it("comes before any other event that is told after it", () => {
    const { told, journal, say, waiting } = gathering();
    say("a", "written");
    journal.record(notice);
    expect(told.map(({ type }) => type)).toEqual(["text", "notice"]);
    expect(waiting()).toBe(0);
  });

  it("goes on after that, and waits anew", () => {
    const { told, journal, say, pass } = gathering();
    say("a", "1");
    journal.record(notice);
    say("a", "2");
    pass();
    pass();
    expect(told.map((event) => ("text" in event ? event.text : null))).toEqual([
      "1",
      "invented",
      "2",
    ]);
  });

  it("is whole and in order for each node, however it is cut and whenever time passes", () => {
    const { told, journal, say, pass } = gathering();
    const nodes = ["a", "b", "c"];
    for (let place = 0; place < 300; place += 1) {
      say(nodes[(place * 7) % 3] ?? "", `${place},`);
      if (place % 11 === 0) pass();
      if (place % 29 === 0) journal.record(notice);
    }
    journal.record(notice);
    const places = nodes.map((node) =>
      told
        .flatMap((event) => (event.type === "text" && event.node === node ? event.text : []))
        .join(""),
    );
    for (const [index, node] of nodes.entries()) {
      const own = Array.from({ length: 300 }, (_, place) => place).filter(
        (place) => nodes[(place * 7) % 3] === node,
      );
      expect(places[index]).toBe(own.map((place) => `${place},`).join(""));
    }
    expect(told.length).toBeLessThan(150);
  });
});
