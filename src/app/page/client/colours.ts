/** The look's colours, as the charts need them: read from the style sheet, which knows dark and light. */
export interface Colours {
  readonly text: string;
  readonly grid: string;
  readonly up: string;
  readonly down: string;
  readonly shade: string;
  readonly split: string;
  /** A curve's, by its name. */
  readonly line: (name: string) => string;
}

/** The colours of now. @param of where they are asked for: paper has its own */
export function coloursNow(of: Element = document.documentElement): Colours {
  const style = getComputedStyle(of);
  const named = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: named("quiet"),
    grid: named("grid"),
    up: named("up"),
    down: named("down"),
    shade: named("shade"),
    split: named("split"),
    line: (name) => named(`line-${name}`),
  };
}

/** Happens to the window where a page lets its reader choose, and the reader does. */
export const NEW_COLOURS = "newcolours";

/** Tells when the reader's choice of dark or light has changed. @returns what ends that */
export function onNewColours(tell: () => void): () => void {
  const choice = matchMedia("(prefers-color-scheme: dark)");
  choice.addEventListener("change", tell);
  addEventListener(NEW_COLOURS, tell);
  return () => {
    choice.removeEventListener("change", tell);
    removeEventListener(NEW_COLOURS, tell);
  };
}
