import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** So near to its end counts as its end, in pixels. */
const NEAR = 24;

/**
 * A box that shows its end as it grows, and its beginning once it is whole, unless the reader has moved in it.
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
    current?.addEventListener("scroll", note, { passive: true });
    return () => current?.removeEventListener("scroll", note);
  }, []);
  useLayoutEffect(() => {
    if (!follows.current || box.current === null) return;
    box.current.scrollTop = whole ? 0 : box.current.scrollHeight;
  }, [grown, whole]);
  return box;
}
