import { describe, expect, it } from "vitest";
import { comparePath, listPath, routeOf, runPath, startPath } from "#app/page/client/app/route.ts";

describe("the page's addresses", () => {
  it.each([
    ["/", { view: "home", kind: "analysis" }],
    [startPath("chain"), { view: "home", kind: "chain" }],
    [runPath("20261121T103000Z-AAPL-4f3a"), { view: "run", id: "20261121T103000Z-AAPL-4f3a" }],
    [listPath("a b/c"), { view: "list", id: "a b/c" }],
    [comparePath("a", "b"), { view: "compare", a: "a", b: "b" }],
    ["/runs/x?from=mail", { view: "run", id: "x" }],
    ["/runs/%E0%A4", { view: "run", id: "%E0%A4" }],
    ["/new/nothing", { view: "nothing", path: "/new/nothing" }],
    ["/runs/a/b", { view: "nothing", path: "/runs/a/b" }],
  ])("reads %s", (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});
