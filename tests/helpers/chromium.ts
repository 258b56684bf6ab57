import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser to test and to measure with; null where there is none. */
export const chromiumPath = process.env.TEST_CHROMIUM ?? onPath();

export const whyNoChromium = "no Chromium is here: install it, or set TEST_CHROMIUM";

/** Starts it, without a window. */
export function launchChromium(): Promise<Browser> {
  // A sandbox of its own needs rights that a container's root has not.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ args, ...(chromiumPath !== null && { executablePath: chromiumPath }) });
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}
