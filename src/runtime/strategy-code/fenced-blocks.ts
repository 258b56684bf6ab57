/** A block of code in Markdown. */
export interface FencedBlock {
  readonly text: string;
  /** Whether its end was marked, too. */
  readonly closed: boolean;
}

interface Fence {
  readonly indent: number;
  readonly marker: string;
  /** Its language, or whatever stands there. */
  readonly info: string;
}

interface OpenBlock {
  readonly fence: Fence;
  readonly lines: string[];
}

const FENCE = /^([ \t]*)(`{3,}|~{3,}(?!~))([^`]*)$/;
/** A fence at the end of the last line of code, where no JavaScript has one. */
const LATE_FENCE = /^(.*[;)}])[ \t]*`{3,}[ \t]*$/;

/**
 * The fenced blocks of a text, in order, as CommonMark has them, and more: fences may be indented by
 * any depth, as in lists, may close on the last line of code, and a fence with a language inside another
 * block begins one of its own, since no line of JavaScript looks like it.
 */
export function fencedBlocks(text: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: OpenBlock | null = null;
  const end = (block: OpenBlock, closed: boolean) =>
    blocks.push({ text: block.lines.join("\n"), closed });
  for (const line of text.split("\n")) {
    const fence = readFence(line);
    if (open === null) {
      if (fence !== null) open = { fence, lines: [] };
      continue;
    }
    const late = LATE_FENCE.exec(line);
    if (fence !== null && closes(fence, open.fence)) {
      end(open, true);
      open = null;
    } else if (fence !== null && fence.info !== "" && fence.marker.startsWith("`")) {
      end(open, false);
      open = { fence, lines: [] };
    } else if (late !== null) {
      open.lines.push(withoutIndent(late[1] ?? "", open.fence.indent));
      end(open, true);
      open = null;
    } else {
      open.lines.push(withoutIndent(line, open.fence.indent));
    }
  }
  if (open !== null) end(open, false);
  return blocks;
}

function readFence(line: string): Fence | null {
  const [found, indent = "", marker = "", info = ""] = FENCE.exec(line) ?? [];
  return found === undefined ? null : { indent: indent.length, marker, info: info.trim() };
}

/** Of the same character, no shorter, and with nothing after it. */
function closes({ marker, info }: Fence, opened: Fence): boolean {
  return info === "" && marker.startsWith(opened.marker);
}

/** A line without as much white space as its block's fence has before it. */
function withoutIndent(line: string, indent: number): string {
  const blank = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, blank));
}
