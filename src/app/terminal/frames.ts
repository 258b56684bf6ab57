import type { Output } from "./terminal.ts";

const FRAME_MS = 100;
const HIDE_CURSOR = "\x1b[?25l";
const SHOW_CURSOR = "\x1b[?25h";
/** Synchronized output: a terminal that knows it shows a frame whole or not at all. */
const BEGIN_FRAME = "\x1b[?2026h";
const END_FRAME = "\x1b[?2026l";
const CLEAR_BELOW = "\x1b[J";

/**
 * Draws lines in place ten times a second, no more of them than the window has rows.
 *
 * @param linesFor the lines, each no wider than so many columns
 * @returns draws the last frame, which stays, and gives the cursor back
 */
export function drawFrames(output: Output, linesFor: (columns: number) => string[]): () => void {
  let drawn = 0;
  const draw = () => {
    // A terminal that does not know its size says 0.
    const height = Math.max(1, (output.rows || 24) - 1);
    const lines = linesFor(output.columns || 80).slice(0, height);
    const up = drawn > 0 ? `\x1b[${drawn}A` : "";
    const body = lines.map((line) => `\r\x1b[2K${line}\n`).join("");
    output.write(`${BEGIN_FRAME}${up}${body}${CLEAR_BELOW}${END_FRAME}`);
    drawn = lines.length;
  };

  output.write(HIDE_CURSOR);
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return () => {
    clearInterval(timer);
    draw();
    output.write(SHOW_CURSOR);
  };
}
