import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeBrowser } from "../../../helpers/browser.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { servePage, soon, watch } from "./served-page.ts";

/** How many canvases have something drawn on them. */
const DRAWN = `[...document.querySelectorAll(".chart canvas")].filter((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value !== 0);
}).length`;

describeBrowser("an exported report", (tabs) => {
  /** Has something run, saves its report by the page's own button, and gives the file's address. */
  async function exported(asked: object): Promise<string> {
    const { url, start } = await servePage();
    const run = await start(asked);
    const page = await tabs.open();
    await page.goto(`${url}runs/${run}`);
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "HTML", exact: true }).click();
    const file = join(await temporaryFolder(), (await saved).suggestedFilename());
    await (await saved).saveAs(file);
    expect(file).toContain(`${run}.html`);
    return pathToFileURL(file).href;
  }

  /** Opens a file in a page that may ask for nothing but it. */
  async function openAlone(address: string, options?: BrowserContextOptions) {
    const page = await tabs.open(options);
    const faults = watch(page, (asked) => asked === address);
    await page.goto(address);
    return { page, faults };
  }

  /** Prints a page: what can only be pressed is not on paper. */
  async function print(page: Page): Promise<void> {
    await page.emulateMedia({ media: "print" });
    const buttons = page.locator(".choice, .downloads");
    expect(
      await buttons.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
    ).toBe(0);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
  }

  it("opens from a disk with its chart, tells where figures are from, and prints", async () => {
    const asked = { kind: "analysis", ticker: "AAPL", options: { depth: "standard" } };
    const address = await exported(asked);
    const { page, faults } = await openAlone(address);
    await page.getByRole("region", { name: "Decision" }).waitFor();
    await soon(() => page.evaluate(DRAWN)).toBeGreaterThan(2);

    const mark = page.locator("#reports .mark.sourced").first();
    const note = page.getByRole("tooltip");
    const tells = async (shown: Locator) =>
      expect(await shown.textContent()).toMatch(/^Source.+demo/);
    await mark.hover();
    await tells(note);
    await page.mouse.move(0, 0);
    await note.waitFor({ state: "detached" });
    await mark.focus();
    await tells(note);
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "detached" });

    const phone = await openAlone(address, {
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    });
    await phone.page.locator("#reports .mark.sourced").first().tap();
    await tells(phone.page.getByRole("tooltip"));
    await print(page);
    expect([...faults, ...phone.faults]).toEqual([]);
  });

  it("of a contest opens from a disk with its curves, and prints", async () => {
    const options = { models: "rules:momentum,rules:breakout" };
    const address = await exported({ kind: "contest", ticker: "AAPL", options });
    const { page, faults } = await openAlone(address);
    await page.getByText("rules:momentum").first().waitFor();
    await soon(() => page.evaluate(DRAWN)).toBeGreaterThan(2);
    await print(page);
    expect(faults).toEqual([]);
  });
});
