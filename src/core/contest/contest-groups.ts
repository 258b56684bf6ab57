import type { PlannedGroup } from "../planned-group.ts";
import { authorsOf } from "./author.ts";

/** Who comes to work in a contest; buying and holding is measured while the authors write. */
export function contestGroups({ models }: { readonly models: readonly string[] }): PlannedGroup[] {
  return [
    { name: "dispatcher", nodes: ["dispatcher"], how: "code" },
    { name: "authors", nodes: authorsOf(models).map(({ name }) => name), how: "parallel" },
    { name: "buy_and_hold", nodes: ["buy_and_hold"], how: "code" },
    { name: "rank", nodes: ["rank"], how: "code" },
  ];
}
