/**
 * Lets a box that moves sideways fade where more of it is out of sight: `data-more` says where that is,
 * `start`, `end` or `both`, and is left out where all can be seen.
 */
export function fadeEdges(box: HTMLElement): () => void {
  const look = () => {
    const { scrollLeft, clientWidth, scrollWidth } = box;
    const [start, end] = [scrollLeft > 1, scrollLeft + clientWidth < scrollWidth - 1];
    if (start || end) box.dataset.more = start && end ? "both" : start ? "start" : "end";
    else delete box.dataset.more;
  };
  const sized = new ResizeObserver(look);
  sized.observe(box);
  box.addEventListener("scroll", look, { passive: true });
  return () => {
    sized.disconnect();
    box.removeEventListener("scroll", look);
  };
}
