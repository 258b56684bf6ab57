import type { AnyNode, Function as FunctionNode, Program } from "acorn";
import type { StrategyFailure } from "#core/backtest/strategy-runner.ts";
import { type Definition, definitionsIn } from "./definitions.ts";
import { nodesIn } from "./nodes-in.ts";
import { type Problem, problemAt } from "./problem.ts";
import { ENTRY } from "./strategy-code.ts";

interface Found {
  /** The gravest: no script, then no function, then one that is not synchronous. */
  readonly kind: StrategyFailure;
  readonly problems: readonly Problem[];
}

const START = { line: 1, column: 0 };
const NO_IMPORT = "a strategy cannot import anything: all that it needs stands in its own code";

/** All that keeps a program from being a strategy; null where nothing does. */
export function findProblems(program: Program, code: string): Found | null {
  const imports = [...nodesIn(program)]
    .filter(imported)
    .map((node) => problemAt(code, placeOf(node), NO_IMPORT));
  const { kind, problems } = entryProblems(program, code);
  if (imports.length > 0) return { kind: "syntax", problems: [...imports, ...problems] };
  return problems.length > 0 ? { kind, problems } : null;
}

function entryProblems(program: Program, code: string): Found {
  const definitions = definitionsIn(program);
  const named = definitions.filter(({ name }) => name === ENTRY);
  // Functions are hoisted above variables, so the last variable is in force.
  const entry = named.findLast(({ isVariable }) => isVariable) ?? named.at(-1);
  if (entry === undefined) {
    const message = `there is no function ${ENTRY} at the top level${insteadOf(definitions)}`;
    return { kind: "no_function", problems: [problemAt(code, START, message)] };
  }
  const at = (message: string) => problemAt(code, placeOf(entry.node), `${ENTRY} ${message}`);
  if (entry.value === "called") return { kind: "no_function", problems: [] };
  if (entry.value === null) return { kind: "no_function", problems: [at("is not a function")] };
  const { async, generator } = entry.value;
  const late = [
    ...(async ? [at("is async: it must be synchronous and return a number")] : []),
    ...(generator ? [at("is a generator: it must be a plain function")] : []),
  ];
  const silent = returnsSomething(entry.value)
    ? []
    : [at("returns nothing: it must return a number of shares")];
  return { kind: late.length > 0 ? "asynchronous" : "no_function", problems: [...late, ...silent] };
}

/** The functions that may have been meant. */
function insteadOf(definitions: readonly Definition[]): string {
  const names = definitions.filter(({ value }) => value !== null).map(({ name }) => name);
  return names.length === 0 ? "" : ` (there is ${names.slice(0, 6).join(", ")})`;
}

/**
 * Whether a function gives a value somewhere in its own body. One that throws, or never ends, is let
 * through: running it tells better what is wrong with it.
 */
function returnsSomething({ body }: FunctionNode): boolean {
  if (body.type !== "BlockStatement") return true;
  const isOwn = ({ type }: AnyNode) => !/Function|^Class/.test(type);
  return nodesIn(body, isOwn).some((node) => {
    switch (node.type) {
      case "ReturnStatement":
        return node.argument != null;
      case "ThrowStatement":
        return true;
      case "ForStatement":
        return node.test == null;
      case "WhileStatement":
      case "DoWhileStatement":
        return node.test.type === "Literal" && Boolean(node.test.value);
      default:
        return false;
    }
  });
}

function imported(node: AnyNode): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "ImportExpression":
    case "ExportAllDeclaration":
      return true;
    case "ExportNamedDeclaration":
      return node.source != null;
    case "MetaProperty":
      return node.meta.name === "import";
    default:
      return false;
  }
}

function placeOf({ loc }: AnyNode): { readonly line: number; readonly column: number } {
  return loc?.start ?? START;
}
