import type { ComponentChildren } from "preact";
import { stored } from "./stored.ts";

/** Where the page is: path and query. */
export const place = stored(here());

function here(): string {
  return location.pathname + location.search;
}

addEventListener("popstate", () => place.set(here()));

/** Goes to another address of this page, which can be gone back from. */
export function go(url: string): void {
  history.pushState(null, "", url);
  scrollTo(0, 0);
  place.set(here());
}

interface LinkProps {
  readonly to: string;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A real link, which opens in another tab where that is asked for. */
export function Link({ to, class: name, current = false, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} class={name} aria-current={current ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}
