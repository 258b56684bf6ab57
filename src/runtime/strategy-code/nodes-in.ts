import type { AnyNode } from "acorn";

/**
 * A node and all below it. It keeps its own stack, since what parses may be too deep to recurse into.
 *
 * @param enters whether to look below a node; the first is always looked below
 */
export function* nodesIn(
  root: AnyNode,
  enters: (node: AnyNode) => boolean = () => true,
): Generator<AnyNode> {
  const waiting: AnyNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (node === root || enters(node)) waiting.push(...childrenOf(node).reverse());
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
