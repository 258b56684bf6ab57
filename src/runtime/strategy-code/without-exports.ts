import type { Program } from "acorn";

/** A script's code without `export`: declarations stay, and so does every line where it was. */
export function withoutExports({ body }: Program, code: string): string {
  const pieces: string[] = [];
  let from = 0;
  const drop = (start: number, end: number) => {
    pieces.push(code.slice(from, start), code.slice(start, end).replaceAll(/[^\n]/g, ""));
    from = end;
  };
  for (const statement of body) {
    if (
      statement.type === "ExportNamedDeclaration" ||
      statement.type === "ExportDefaultDeclaration"
    ) {
      const { start, end, declaration } = statement;
      const stays = declaration !== null && declaration !== undefined && isNamed(declaration);
      drop(start, stays ? declaration.start : end);
    }
  }
  return [...pieces, code.slice(from)].join("");
}

/** Whether a declaration can stand by itself. */
function isNamed(node: { readonly type: string; readonly id?: unknown }): boolean {
  if (node.type === "VariableDeclaration") return true;
  return /^(?:Function|Class)Declaration$/.test(node.type) && node.id !== null;
}
