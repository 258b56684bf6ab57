import { inertJson } from "#core/render/inert-json.ts";
import { clientBundle } from "./client-bundle.ts";
import { contentPolicy } from "./content-policy.ts";
import { type Html, html, trusted } from "./html.ts";

/**
 * A page in one file: opens from a disk, asks for nothing, and can be read without its script.
 *
 * @param data what its script works on
 */
export async function wholeDocument(title: string, body: Html, data: object): Promise<string> {
  const { script, style, chartStyle } = await clientBundle();
  const policy = contentPolicy(script, [style, chartStyle]);
  // A "<" could end the block or open a comment in it.
  const json = inertJson(data).replaceAll("<", "\\u003c");
  const page = html`<!doctype html>
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
  return page.toString();
}
