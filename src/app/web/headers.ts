import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * What is said with every answer: the page runs this server's script, wears its styles, asks nobody
 * else for anything, stands in no other page and sends no form; nothing is kept by a browser.
 *
 * @param ownStyle rules that a library of the page adds by itself
 */
export function safeHeaders(ownStyle: () => Promise<string>): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const headers = {
      "content-security-policy": policyOf(await ownStyle()),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cache-control": "no-store",
    };
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  };
}

function policyOf(ownStyle: string): string {
  const hash = createHash("sha256").update(ownStyle).digest("base64");
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "connect-src 'self'",
    // The icon, which stands in the document.
    "img-src data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
