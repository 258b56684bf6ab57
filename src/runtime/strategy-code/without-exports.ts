import type { AnyNode, Program } from "acorn";
import { handsOut } from "./hands-out.ts";

/** What would go on with the statement before it, if nothing stood between them. */
const GOES_ON = /[([`+\-/]/;

/**
 * A script's code without `export`, and without handing names to `module.exports` as CommonJS does:
 * declarations stay, and so does every line where it was.
 */
export function withoutExports(program: Program, code: string): string {
  const { body } = program;
  const isHandedOut = handsOut(program);
  const pieces: string[] = [];
  let from = 0;
  for (const [place, statement] of body.entries()) {
    const kept = isHandedOut(statement) ? statement.end : keptFrom(statement);
    if (kept === statement.start) continue;
    const next = code.charAt(body[place + 1]?.start ?? code.length);
    const parted = kept === statement.end && GOES_ON.test(next) ? ";" : "";
    const lines = code.slice(statement.start, kept).replaceAll(/[^\n]/g, "");
    pieces.push(code.slice(from, statement.start), parted, lines);
    from = kept;
  }
  return [...pieces, code.slice(from)].join("");
}

/** Where that begins which stays of a statement: its start where it exports nothing, its end where all goes. */
function keptFrom(statement: AnyNode): number {
  switch (statement.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration": {
      const { declaration, end } = statement;
      return declaration != null && isNamed(declaration) ? declaration.start : end;
    }
    default:
      return statement.start;
  }
}

/** Whether a declaration can stand by itself. */
function isNamed(node: { readonly type: string; readonly id?: unknown }): boolean {
  if (node.type === "VariableDeclaration") return true;
  return /^(?:Function|Class)Declaration$/.test(node.type) && node.id !== null;
}
