import { describe, expect, it } from "vitest";
import { codeOf, DeskError, messageOf, quoted, usageError } from "#core/errors.ts";

describe("errors", () => {
  it("carry a code, the facts behind them and what caused them", () => {
    const cause = new Error("EACCES");
    const error = new DeskError("storage", "cannot write", { cause, facts: { path: "logs" } });
    expect(error).toMatchObject({ name: "DeskError", code: "storage", facts: { path: "logs" } });
    expect(error.cause).toBe(cause);
    expect(error).toBeInstanceOf(Error);
  });

  it("have no cause where there is none, and no facts where none are given", () => {
    const error = new DeskError("model", "empty");
    expect("cause" in error).toBe(false);
    expect(error.facts).toEqual({});
  });

  it("in what was typed name the value and every choice", () => {
    const error = usageError("analyst", "markte", ["market", "news"]);
    expect(error.code).toBe("usage");
    expect(error.message).toBe('analyst "markte" is not known. Valid: market, news.');
    expect(error.facts).toEqual({ what: "analyst", value: "markte", choices: ["market", "news"] });
  });

  it.each([
    ["a\nb\x1b[2J\0\x7f\x9b", '"a\\nb\\u001b[2J\\u0000\\u007f\\u009b"'],
    ["А\u202e😀", '"\\u0410\\u202e\\ud83d\\ude00"'],
    ['a"b\\', '"a\\"b\\\\"'],
  ])("quote %j in printable ASCII", (value, expected) => {
    expect(quoted(value)).toBe(expected);
  });

  it("quote no more than 60 characters of a value", () => {
    expect(quoted("x".repeat(60))).toBe(`"${"x".repeat(60)}"`);
    expect(quoted("x".repeat(61))).toBe(`"${"x".repeat(60)}…"`);
  });

  it("are read off whatever was thrown", () => {
    expect(messageOf(new Error("down"))).toBe("down");
    expect(messageOf("down")).toBe("down");
    expect(messageOf(undefined)).toBe("undefined");
    expect(codeOf(new DeskError("timeout", "late"), "model")).toBe("timeout");
    expect(codeOf(new Error("late"), "model")).toBe("model");
  });
});
