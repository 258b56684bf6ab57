import type { AnyNode, Program } from "acorn";
import { definitionsIn } from "./definitions.ts";
import { nodesIn } from "./nodes-in.ts";

const OUTLETS = ["module", "exports"];
const PLAIN = ["Identifier", "Literal", "ObjectExpression", "Property"];

/**
 * Tells of a program's statements whether they only hand out what is there, as CommonJS does. None does
 * where the program has a `module` or `exports` of its own.
 *
 * @example module.exports = { execute_trade };
 * @example exports.execute_trade = execute_trade;
 */
export function handsOut(program: Program): (statement: AnyNode) => boolean {
  if (definitionsIn(program).some(({ name }) => OUTLETS.includes(name))) return () => false;
  return (statement) => statement.type === "ExpressionStatement" && isHanding(statement.expression);
}

function isHanding(node: AnyNode): boolean {
  if (node.type !== "AssignmentExpression" || node.operator !== "=") return false;
  return isOutlet(node.left) && (isPlain(node.right) || isHanding(node.right));
}

/** `exports`, or something of `exports` or `module`, under a name that stands there. */
function isOutlet(node: AnyNode): boolean {
  if (node.type === "Identifier") return node.name === "exports";
  if (node.type !== "MemberExpression") return false;
  const { object, property } = node;
  if (!isPlain(property)) return false;
  return (object.type === "Identifier" && OUTLETS.includes(object.name)) || isOutlet(object);
}

/** Nothing that could do anything when it is read. */
function isPlain(node: AnyNode): boolean {
  return nodesIn(node).every(({ type }) => PLAIN.includes(type));
}
