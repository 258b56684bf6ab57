import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, describe, onTestFinished } from "vitest";
import { chromiumPath, launchChromium, whyNoChromium } from "./chromium.ts";

/** How long a test may take where a browser has little of a machine, and a wait in it; in ms. */
const TEST_MS = 120_000;
const PATIENCE_MS = 30_000;

const why = chromiumPath === null ? ` (${whyNoChromium})` : "";

/** Opens pages of one browser, which starts with the first of them. */
export interface Tabs {
  /**
   * A page of a context of its own, closed when the test ends. Nothing on it moves, unless a test is about
   * that: drawing it takes a processor from other tests.
   */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** A suite that needs a real browser: skipped, and says why, where there is none. */
export function describeBrowser(title: string, suite: (tabs: Tabs) => void): void {
  describe.skipIf(chromiumPath === null)(`${title}${why}`, { timeout: TEST_MS }, () => {
    let browser: Promise<Browser> | null = null;
    afterAll(async () => (await browser)?.close());
    suite({
      async open(options) {
        browser ??= launchChromium();
        const context = await (await browser).newContext({ reducedMotion: "reduce", ...options });
        context.setDefaultTimeout(PATIENCE_MS);
        onTestFinished(() => context.close());
        return context.newPage();
      },
    });
  });
}
