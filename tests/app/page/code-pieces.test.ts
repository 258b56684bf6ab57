import { describe, expect, it } from "vitest";
import { codePieces } from "#app/page/parts/code-pieces.ts";

describe("pieces of code", () => {
  it("are the code when put together", async () => {
    const code = `// Note.\nconst a = \`x\${1 + "y"}z\`; /* more\n */ return /re/g.test(a) ? 0x1f : null;\n`;
    expect((await codePieces(code)).map(({ text }) => text).join("")).toBe(code);
  });

  it("tell words, texts, numbers and notes apart", async () => {
    const pieces = await codePieces(`const a = "b"; // c\nreturn 4;`);
    const marked = pieces.filter(({ kind }) => kind !== null);
    expect(marked).toEqual([
      { kind: "word", text: "const" },
      { kind: "text", text: '"b"' },
      { kind: "note", text: "// c" },
      { kind: "word", text: "return" },
      { kind: "number", text: "4" },
    ]);
  });

  it("are one piece of code that cannot be read", async () => {
    expect(await codePieces('const a = "b')).toEqual([{ kind: null, text: 'const a = "b' }]);
  });
});
