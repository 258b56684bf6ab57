import createPurifier from "dompurify";

/** What a text may be laid out with. No picture, no style, no name that a form or a script could use. */
const TAGS = [
  ...["p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "a"],
  ...["ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"],
];
const ATTRIBUTES = ["href", "align", "start"];
const WEB = /^https?:\/\//i;

const purifier = createPurifier(window);

purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.nodeName !== "A" || !node.hasAttribute("href")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer nofollow");
});

/** HTML made of a text from elsewhere, of which nothing is left that could run, load, submit or overlay. */
export function cleanHtml(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: WEB,
    // Of these the pattern of addresses is not asked.
    ADD_URI_SAFE_ATTR: ["align", "start"],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
