/** What a figure is that can be pointed at, and what such figures stand in. */
const FIGURE = "[data-place]";
const TEXT = "[data-text]";

/** The figure that something of a page belongs to; null where there is none. */
export function figureAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(FIGURE) : null;
}

/** The figure of the same text that a key leads to; null where it leads nowhere. */
export function figureFrom(figure: HTMLElement, key: string): HTMLElement | null {
  const all = figuresBeside(figure);
  const place = all.indexOf(figure);
  switch (key) {
    case "ArrowRight":
      return all[place + 1] ?? null;
    case "ArrowLeft":
      return all[place - 1] ?? null;
    case "Home":
      return all[0] ?? null;
    case "End":
      return all.at(-1) ?? null;
    default:
      return null;
  }
}

/** Makes it the one figure of its text at which the Tab key stops. */
export function stopAt(figure: HTMLElement): void {
  for (const one of figuresBeside(figure)) one.tabIndex = one === figure ? 0 : -1;
}

function figuresBeside(figure: HTMLElement): HTMLElement[] {
  return [...(figure.closest(TEXT)?.querySelectorAll<HTMLElement>(FIGURE) ?? [])];
}
