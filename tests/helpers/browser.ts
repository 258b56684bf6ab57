import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, describe, onTestFinished } from "vitest";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** How long a test may take where a browser has little of a machine, and a wait in it; in ms. */
const TEST_MS = 60_000;
const PATIENCE_MS = 20_000;

/** The browser to test with; null where there is none. */
export const chromiumPath = process.env.TEST_CHROMIUM ?? onPath();

const why = chromiumPath === null ? " (no Chromium is here: install it, or set TEST_CHROMIUM)" : "";

/** Opens pages of one browser, which starts with the first of them. */
export interface Tabs {
  /** A page of a context of its own, closed when the test ends. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** A suite that needs a real browser: skipped, and says why, where there is none. */
export function describeBrowser(title: string, suite: (tabs: Tabs) => void): void {
  describe.skipIf(chromiumPath === null)(`${title}${why}`, { timeout: TEST_MS }, () => {
    let browser: Promise<Browser> | null = null;
    afterAll(async () => (await browser)?.close());
    suite({
      async open(options) {
        browser ??= launch();
        const context = await (await browser).newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        onTestFinished(() => context.close());
        return context.newPage();
      },
    });
  });
}

function launch(): Promise<Browser> {
  // A sandbox of its own needs rights that a container's root has not.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ args, ...(chromiumPath !== null && { executablePath: chromiumPath }) });
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}
