import { expect, it } from "vitest";
import { snakeCase } from "#tools/fundamentals/snake-case.ts";

it.each([
  ["trailingPE", "trailing_pe"],
  ["dilutedEPS", "diluted_eps"],
  ["EBITDA", "ebitda"],
  ["enterpriseToEbitda", "enterprise_to_ebitda"],
  ["forwardEps", "forward_eps"],
  ["inventory", "inventory"],
])("%s is written %s in a path", (name, path) => {
  expect(snakeCase(name)).toBe(path);
});
