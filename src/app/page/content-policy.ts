import { createHash } from "node:crypto";

/**
 * What a page may do, for its Content-Security-Policy: run this script, wear these styles, and nothing
 * else. It asks no address for anything.
 */
export function contentPolicy(script: string, styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${styles.map(hashOf).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(block: string): string {
  return `'sha256-${createHash("sha256").update(block).digest("base64")}'`;
}
