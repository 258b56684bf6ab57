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

/** The colours of now. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
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

/** Tells when the reader's choice of dark or light has changed. */
export function onNewColours(tell: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
}
