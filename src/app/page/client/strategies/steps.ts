import { element } from "../element.ts";

/** Two buttons that lead to the strategy before and the one after. */
export function steps(place: number, count: number, choose: (place: number) => void): HTMLElement {
  const button = (words: string, label: string, to: number) => {
    const made = element("button", { type: "button", class: "choice", "aria-label": label }, words);
    made.addEventListener("click", () => choose((to + count) % count));
    return made;
  };
  return element(
    "div",
    { class: "steps" },
    button("‹", "Strategy before", place - 1),
    element("span", {}, `${place + 1} of ${count}`),
    button("›", "Strategy after", place + 1),
  );
}
