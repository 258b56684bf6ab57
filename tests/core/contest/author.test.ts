import { describe, expect, it } from "vitest";
import {
  authorStyles,
  authorsOf,
  rulesAuthor,
  strategyFile,
  styleOf,
} from "#core/contest/author.ts";

const namesOf = (...models: string[]) => authorsOf(models).map(({ name }) => name);

describe("the authors of a contest", () => {
  it("are all built-in ones for rules, in their order and place", () => {
    expect(namesOf("a", "rules", "b")).toEqual(["a", ...authorStyles.map(rulesAuthor), "b"]);
    expect(namesOf("rules:blend")).toEqual(["rules:blend"]);
  });

  it("have a number where they are named again", () => {
    expect(namesOf("a", "b", "a", "a")).toEqual(["a", "b", "a#2", "a#3"]);
    expect(namesOf("a", "a", "a#2")).toEqual(["a", "a#2", "a#2#2"]);
  });

  it("share no file, also where files do not tell cases apart", () => {
    const names = namesOf("x/y", "x:y", "X_Y");
    expect(new Set(names.map((name) => strategyFile(name).toLowerCase())).size).toBe(3);
  });

  it("share no file where their names are longer than a file's may be", () => {
    const long = "x".repeat(400);
    const files = namesOf(long, `${long}y`, long).map((name) => strategyFile(name));
    expect(new Set(files).size).toBe(3);
    for (const file of files) expect(file.length).toBeLessThan(150);
  });

  it("have names in letters that move no terminal and hold no blanks", () => {
    expect(namesOf("a b\u001b[2J\nc")).toEqual(["a_b_[2J_c"]);
  });

  it("keep the model that they are", () => {
    expect(authorsOf(["a", "a"]).map(({ model }) => model)).toEqual(["a", "a"]);
  });

  it("are built in where their style is known, and else not", () => {
    expect(styleOf("rules:momentum")).toBe("momentum");
    expect(styleOf("rules:astrology")).toBeNull();
    expect(styleOf("gpt-5")).toBeNull();
  });

  it("keep their strategies in files whose names are no paths", () => {
    expect(strategyFile("../../etc/passwd")).toBe("strategies/__.._etc_passwd.js");
    expect(strategyFile(".hidden")).toBe("strategies/_hidden.js");
  });
});
