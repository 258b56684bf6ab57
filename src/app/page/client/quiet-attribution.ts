const LOGO = "a#tv-attr-logo";

/**
 * A chart's own link to its makers names the page that it stands on, and is made anew with other colours:
 * keeps the link, and takes the page out of its address.
 *
 * @param box what the chart is drawn into
 */
export function quietAttribution(box: HTMLElement): () => void {
  const quieten = () => {
    const link = box.querySelector<HTMLAnchorElement>(LOGO);
    if (link === null) return;
    const address = new URL(link.href);
    address.searchParams.delete("utm_source");
    if (link.href !== address.href) link.href = address.href;
  };
  quieten();
  const watched = new MutationObserver(quieten);
  watched.observe(box, { childList: true, subtree: true });
  return () => watched.disconnect();
}
