import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { appShell } from "#app/page/app-document.ts";
import { appBundle } from "#app/page/client-bundle.ts";
import { analystNames, analystNode } from "#core/analyst.ts";
import { KEY } from "../../../helpers/live-provider.ts";
import { startSpeakingProvider, type Voice } from "../../../helpers/speaking-provider.ts";
import { startServer } from "../../web/web-server.ts";

/** How long a busy machine may take for what is waited for, in ms. */
const PATIENCE_MS = 30_000;

export const analystNodes = analystNames.map(analystNode);

/** A server with the page itself; its model is built in unless the environment says otherwise. */
export function servePage(options: Parameters<typeof startServer>[0] = {}) {
  return startServer({ ...options, page: { shell: appShell, bundle: appBundle } });
}

/** Such a server over a live model whose words a test gives. */
export async function serveSpoken(
  env: Readonly<Record<string, string>> = {},
  speaks?: Parameters<typeof startSpeakingProvider>[0],
) {
  const provider = await startSpeakingProvider(speaks);
  const model = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${provider.origin}/v1` };
  const spoken = { ...model, TRADING_GRAPH_MODEL: "some-model", ...env };
  const server = await servePage({ env: spoken });
  return {
    ...server,
    provider,
    /** For command lines that share the server's logs and its model. */
    env: { ...spoken, TRADING_GRAPH_DATA: "demo", TRADING_GRAPH_DEPTH: "quick" },
    /** The answers that the analysts are asked for, once all of them are. */
    async analysts(): Promise<ReadonlyMap<string, Voice>> {
      const voices = analystNodes.map(async (node) => [node, await provider.voice(node)] as const);
      return new Map(await Promise.all(voices));
    },
  };
}

/** The card of an agent. */
export function cardOf(page: Page, node: string): Locator {
  return page.locator(`.card[data-node="${node}"]`);
}

/** All that the cards of the analysts show of what these write, by their names; but for the closing line. */
export async function writtenIn(page: Page): Promise<Readonly<Record<string, string>>> {
  const cards = page.locator("[data-group=analysts] .card");
  const texts: [string, string][] = await cards.evaluateAll((all) =>
    all.map((card) => {
      const parts = [...card.querySelectorAll(".passage, .prose")];
      const text = parts.map(({ textContent }) => textContent).join("");
      return [card.dataset.node, text.replace(/\s*STANCE: .*/, "").trim()];
    }),
  );
  return Object.fromEntries(texts);
}

/** What every analyst says, by their names. */
export function everyone(words: (node: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(analystNodes.map((node) => [node, words(node)]));
}

/** Waits until something is so. */
export function soon<T>(look: () => T | Promise<T>) {
  return expect.poll(look, { timeout: PATIENCE_MS, interval: 25 });
}

/** Starts an analysis as a person does, by keys alone, and gives its id once it is shown. */
export async function analyse(page: Page, ticker: string): Promise<string> {
  await page.locator("[data-main]").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(ticker);
  await page.keyboard.press("Enter");
  const run = page.locator("article.run[data-run]");
  await run.waitFor();
  return (await run.getAttribute("data-run")) ?? "";
}

/**
 * What goes wrong in a page, and whatever it asks for that it may not.
 *
 * @param may whether it may ask for this address
 */
export function watch(page: Page, may: (address: string) => boolean): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!may(request.url())) faults.push(`a request to ${request.url()}`);
  });
  return faults;
}
