import type { RefObject } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { BookContext } from "./book-context.ts";
import { figureAt, figureFrom, stopAt } from "./figure-keys.ts";

/** Time to move the pointer from a figure to its note. */
const GRACE_MS = 180;
const GAP = 6;
const ID = "figure-note";

const TITLES = { sourced: "Source", derived: "Derived", unsourced: "No source" } as const;

/**
 * Shows where a figure comes from while it is pointed at or has the focus; a tap or a key keeps the note
 * until the next, Escape closes it. The arrow keys lead from figure to figure of a text.
 *
 * @param root what the figures stand in; it is what the note is placed by
 */
export function FigureNote({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const book = useContext(BookContext);
  const [mark, setMark] = useState<HTMLElement | null>(null);
  const note = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = root.current;
    if (box === null) return;
    let leaving = 0;
    const close = () => setMark(null);
    const open = (found: HTMLElement) => {
      window.clearTimeout(leaving);
      setMark(found);
    };
    const leave = () => {
      window.clearTimeout(leaving);
      leaving = window.setTimeout(close, GRACE_MS);
    };
    const pointed = ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== "mouse" || !(target instanceof Element)) return;
      const found = figureAt(target);
      if (found !== null) open(found);
      else if (target.closest(`#${ID}`) !== null) window.clearTimeout(leaving);
      else leave();
    };
    const focused = ({ target }: FocusEvent) => {
      const found = figureAt(target);
      if (found === null) return;
      stopAt(found);
      open(found);
    };
    const clicked = ({ target }: Event) => {
      const found = figureAt(target);
      if (found !== null) open(found);
      else if (target instanceof Element && target.closest(`#${ID}`) === null) close();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
      const found = figureAt(event.target);
      if (found === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = figureFrom(found, event.key);
      if (next === null && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (next === null) open(found);
      else next.focus();
    };
    box.addEventListener("pointerover", pointed);
    box.addEventListener("pointerleave", leave);
    box.addEventListener("focusin", focused);
    box.addEventListener("focusout", leave);
    box.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    return () => {
      window.clearTimeout(leaving);
      box.removeEventListener("pointerover", pointed);
      box.removeEventListener("pointerleave", leave);
      box.removeEventListener("focusin", focused);
      box.removeEventListener("focusout", leave);
      box.removeEventListener("click", clicked);
      document.removeEventListener("keydown", pressed);
    };
  }, [root]);

  useLayoutEffect(() => {
    if (mark === null || note.current === null || root.current === null) return;
    place(note.current, mark, root.current);
    mark.setAttribute("aria-describedby", ID);
    return () => mark.removeAttribute("aria-describedby");
  }, [mark, root]);

  const source = mark === null ? null : book.source(Number(mark.dataset.place));
  if (source === null) return null;
  return (
    <div class={`figure-note ${source.status}`} id={ID} role="tooltip" ref={note}>
      <p class="figure-note-title">{TITLES[source.status]}</p>
      <p class="figure-note-what">{source.what}</p>
      {source.facts.map(({ label, value, origin, note }) => (
        <div class="figure-note-fact" key={label}>
          <p>
            {source.status === "unsourced" ? "Nearest: " : ""}
            {label} <strong>{value}</strong>
          </p>
          <p class="quiet">{origin}</p>
          {note === null ? null : <p class="quiet">{note}</p>}
        </div>
      ))}
    </div>
  );
}

/** Below the figure, within the bounds of what it stands in; above it where there is no room. */
function place(note: HTMLElement, mark: HTMLElement, root: HTMLElement): void {
  const [at, bounds] = [mark.getBoundingClientRect(), root.getBoundingClientRect()];
  const { offsetWidth: width, offsetHeight: height } = note;
  const left = Math.max(0, Math.min(at.left - bounds.left, bounds.width - width));
  const below = at.bottom + GAP + height <= window.innerHeight || at.top < height + GAP;
  const top = below ? at.bottom - bounds.top + GAP : at.top - bounds.top - height - GAP;
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
}
