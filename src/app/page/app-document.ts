import { html } from "./html.ts";

/** Where the live page asks its server for what `appBundle` has made. */
export const appFiles = { script: "/app.js", style: "/app.css" } as const;

/** Columns at work beside each other; in the document, so that no browser asks for an icon. */
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#8b5cf6"><rect x="1" y="6" width="4" height="9" rx="1"/><rect x="6" y="1" width="4" height="14" rx="1"/><rect x="11" y="4" width="4" height="11" rx="1"/></svg>',
)}`;

/**
 * The live page's document: the same at every address of it, which its script reads. All else is asked
 * for by the script.
 */
export async function appShell(): Promise<string> {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<meta name="referrer" content="no-referrer">
<title>Trading graph</title>
<link rel="icon" href="${MARK}">
<link rel="stylesheet" href="${appFiles.style}">
<script src="${appFiles.script}" defer></script>
</head>
<body>
<div id="app"></div>
<noscript><p class="notice">This page shows agents while they work, which needs JavaScript. Without it, the same is told by <code>npm run analyze AAPL</code>.</p></noscript>
</body>
</html>
`;
  return page.toString();
}
