import { inertJson } from "#core/render/inert-json.ts";
import type { ClientBundle } from "./client-bundle.ts";
import { contentPolicy } from "./content-policy.ts";
import { type Html, html, trusted } from "./html.ts";

/** What a page in one file is made of. */
interface DocumentParts {
  readonly bundle: ClientBundle;
  readonly title: string;
  readonly body: Html;
  /** What its script works on. */
  readonly data: object;
}

/** A page in one file: opens from a disk, asks for nothing, and can be read without its script. */
export function wholeDocument({ bundle, title, body, data }: DocumentParts): string {
  const { script, style, chartStyle } = bundle;
  const policy = contentPolicy(script, [style, chartStyle]);
  // A "<" could end the block or open a comment in it.
  const json = inertJson(data).replaceAll("<", "\\u003c");
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script type="application/json" id="data">${trusted(json)}</script>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return document.toString();
}
