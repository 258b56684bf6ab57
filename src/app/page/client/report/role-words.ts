import { titleOf } from "#core/render/wording.ts";

/** Who works under a node's name, as reports call them. @example roleWords("market_analyst") // "Market" */
export function roleWords(node: string): string {
  return titleOf(node.replace(/_analyst$/, ""));
}
