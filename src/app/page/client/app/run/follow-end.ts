import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** So near to its end counts as its end, in pixels. */
const NEAR = 24;

/**
 * A box that shows its end as it grows, and its beginning once it is whole, unless the reader has moved in it.
 * It can be reached by keyboard while there is something to scroll.
 *
 * @param grown changes with what is in it
 */
export function useFollowedEnd(grown: unknown, whole: boolean): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const note = () => {
      const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
      follows.current = scrollHeight - scrollTop - clientHeight < NEAR;
    };
    const { current } = box;
    if (current === null) return;
    const reach = () => makeReachable(current);
    const sized = new ResizeObserver(reach);
    sized.observe(current);
    current.addEventListener("scroll", note, { passive: true });
    // A fold in it that is opened.
    current.addEventListener("toggle", reach, { capture: true });
    return () => {
      sized.disconnect();
      current.removeEventListener("scroll", note);
      current.removeEventListener("toggle", reach, { capture: true });
    };
  }, []);
  useLayoutEffect(() => {
    if (box.current === null) return;
    makeReachable(box.current);
    if (!follows.current) return;
    box.current.scrollTop = whole ? 0 : box.current.scrollHeight;
  }, [grown, whole]);
  return box;
}

function makeReachable(box: HTMLElement): void {
  if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}
