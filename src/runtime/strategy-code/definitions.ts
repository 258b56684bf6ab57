import type { AnyNode, Expression, Function as FunctionNode, Program } from "acorn";

/** A name that is defined at the top level of a script. */
export interface Definition {
  readonly name: string;
  readonly node: AnyNode;
  readonly isVariable: boolean;
  /** The function that it names; "called" for what a call gives, which only running tells; else null. */
  readonly value: FunctionNode | "called" | null;
}

/** The functions, classes and variables of a script's top level, in order, exported ones included. */
export function definitionsIn({ body }: Program): Definition[] {
  return body.flatMap((statement): Definition[] => {
    const node =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? statement.declaration
        : statement;
    switch (node?.type) {
      case "FunctionDeclaration":
        return node.id === null
          ? []
          : [{ name: node.id.name, node, isVariable: false, value: node }];
      case "ClassDeclaration":
        return node.id === null
          ? []
          : [{ name: node.id.name, node, isVariable: false, value: null }];
      case "VariableDeclaration":
        return node.declarations.flatMap(({ id, init }) =>
          id.type === "Identifier"
            ? [{ name: id.name, node: id, isVariable: true, value: functionIn(init) }]
            : [],
        );
      default:
        return [];
    }
  });
}

function functionIn(init: Expression | null | undefined): Definition["value"] {
  switch (init?.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return init;
    case "CallExpression":
      return "called";
    case "ParenthesizedExpression":
      return functionIn(init.expression);
    default:
      return null;
  }
}
