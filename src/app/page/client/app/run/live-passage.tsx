import { useLayoutEffect, useRef } from "preact/hooks";
import { memo } from "../memo.ts";

/** A line that never ends is broken here: what is added to a line has all of it laid out again. */
const LONGEST_LINE = 4_000;

/** What a model writes, as text and nothing else: only what is new is added, however long it is. */
export const LivePassage = memo(({ text }: { readonly text: string }) => {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  useLayoutEffect(() => {
    if (box.current === null) return;
    if (!text.startsWith(shown.current)) {
      box.current.replaceChildren();
      shown.current = "";
    }
    append(box.current, text.slice(shown.current.length));
    shown.current = text;
  }, [text]);
  return <div class="passage" ref={box} />;
});

function append(box: HTMLElement, added: string): void {
  const [rest = "", ...lines] = added.split("\n");
  const last = box.lastElementChild?.firstChild;
  if (last instanceof Text && last.length < LONGEST_LINE) last.appendData(rest);
  else box.append(lineOf(rest));
  box.append(...lines.map(lineOf));
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement("p");
  line.append(new Text(text));
  return line;
}
