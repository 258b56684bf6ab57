/** A stretch of code; `kind` names its colour, null for plain. */
export interface CodePiece {
  readonly kind: "word" | "text" | "number" | "note" | null;
  readonly text: string;
}

/** Code in pieces that together are the code; one plain piece where it cannot be read. */
export async function codePieces(code: string): Promise<CodePiece[]> {
  const { tokenizer } = await import("acorn");
  const marked: { kind: CodePiece["kind"]; start: number; end: number }[] = [];
  try {
    const tokens = tokenizer(code, {
      ecmaVersion: "latest",
      onComment: (_block, _text, start, end) => marked.push({ kind: "note", start, end }),
    });
    for (const { type, start, end } of tokens) marked.push({ kind: kindOf(type), start, end });
  } catch (error) {
    // Code with a mistake in it is shown all the same.
    if (error instanceof SyntaxError) return [{ kind: null, text: code }];
    throw error;
  }
  const pieces: CodePiece[] = [];
  let at = 0;
  for (const { kind, start, end } of marked.sort((a, b) => a.start - b.start)) {
    if (kind === null || start < at) continue;
    pieces.push(
      { kind: null, text: code.slice(at, start) },
      { kind, text: code.slice(start, end) },
    );
    at = end;
  }
  return [...pieces, { kind: null, text: code.slice(at) }].filter(({ text }) => text !== "");
}

function kindOf(type: { readonly label: string; readonly keyword?: string }): CodePiece["kind"] {
  if (type.keyword !== undefined) return "word";
  if (["string", "template", "regexp", "`"].includes(type.label)) return "text";
  return type.label === "num" ? "number" : null;
}
