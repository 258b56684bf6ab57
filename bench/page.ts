import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { appBundle } from "#app/page/client-bundle.ts";
import { chromiumPath, launchChromium, whyNoChromium } from "../tests/helpers/chromium.ts";
import { type Benchmark, type Measure, median, repeat } from "./measure.ts";
import { startStreamingProvider } from "./streaming-provider.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { startWebProcess } from "./web-process.ts";

const COLUMNS = 6;
const TICKERS = ["AAPL", "MSFT", "NVDA", "AMZN", "META", "TSLA"];
/** As fast as a quick model writes, in each column. */
const STREAMING = { everyMs: 25, tokens: 240 };
const STARTS = 5;

/** Notes of every numbered token when it has been painted: after the frame that it came with. */
const TOKEN_CLOCK = `
  globalThis.painted = [];
  const read = new WeakMap();
  const frames = new MessageChannel();
  let fresh = [];
  frames.port1.onmessage = () => {
    const at = performance.timeOrigin + performance.now();
    for (const token of fresh.splice(0)) painted.push([token, at]);
  };
  new MutationObserver(() => {
    const before = fresh.length;
    for (const passage of document.querySelectorAll(".passage")) {
      const { textContent } = passage;
      const from = read.get(passage) ?? 0;
      const end = textContent.lastIndexOf(" ") + 1;
      for (const [, token] of textContent.slice(from, end).matchAll(/#(\\d+) /g)) fresh.push(Number(token));
      read.set(passage, Math.max(from, end));
    }
    if (before === 0 && fresh.length > 0) requestAnimationFrame(() => frames.port2.postMessage(null));
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** What the page costs: to be made, to be seen first, to be kept up to date, and to be served. */
export const page: Benchmark = async () => {
  const size = await bundleSize();
  if (chromiumPath === null) {
    process.stderr.write(`The page's times are not measured: ${whyNoChromium}.\n`);
    return size;
  }
  const browser = await launchChromium();
  try {
    return [
      ...size,
      await firstPaint(browser),
      ...(await tokens(browser, 1)),
      ...(await tokens(browser, 6)),
    ];
  } finally {
    await browser.close();
  }
};

async function bundleSize(): Promise<Measure[]> {
  const from = performance.now();
  const { script, style } = await appBundle();
  const ms = performance.now() - from;
  const gzipped = gzipSync(script + style).length / 1_000;
  return [
    {
      what: "the live page: script and styles",
      value: (script.length + style.length) / 1_000,
      unit: "kB",
      reference: `${gzipped.toFixed(0)} kB gzipped`,
    },
    { what: "the live page: to bundle it", value: ms, unit: "ms", reference: "once a process" },
  ];
}

/** Of a server that has just started, in a browser that has never been there. */
async function firstPaint(browser: Browser): Promise<Measure> {
  const starts = await repeat(STARTS, () =>
    withTemporaryFolder(async (folder) => {
      const from = performance.now();
      const server = await startWebProcess(folder);
      const startMs = performance.now() - from;
      const page = await newPage(browser);
      try {
        await page.goto(server.url);
        await page.locator("[data-main]").waitFor();
        const paintMs: number = await page.evaluate(
          "performance.getEntriesByName('first-contentful-paint')[0].startTime",
        );
        return { startMs, paintMs };
      } finally {
        await page.context().close();
        await server.close();
      }
    }),
  );
  const startMs = median(starts.map((one) => one.startMs));
  return {
    what: "first paint of the home page, server just started",
    value: median(starts.map(({ paintMs }) => paintMs)),
    unit: "ms",
    reference: `${startMs.toFixed(0)} ms before that, from the command to the address`,
  };
}

/** With so many runs at once, of which one is watched. */
async function tokens(browser: Browser, runs: number): Promise<Measure[]> {
  const provider = await startStreamingProvider(STREAMING, runs * COLUMNS);
  const env = {
    OPENAI_API_KEY: "bench",
    OPENAI_BASE_URL: provider.baseUrl,
    TRADING_GRAPH_MODEL: "bench",
    TRADING_GRAPH_MAX_CONCURRENCY: String(runs * COLUMNS),
  };
  return withTemporaryFolder(async (folder) => {
    const server = await startWebProcess(folder, env);
    const page = await newPage(browser);
    try {
      await page.addInitScript(TOKEN_CLOCK);
      const [watched = "", ...others] = TICKERS.slice(0, runs);
      await page.goto(`${server.url}runs/${await server.analyse(watched)}`);
      for (const ticker of others) await server.analyse(ticker);
      await page
        .locator(".passage")
        .nth(COLUMNS - 1)
        .waitFor();
      const [cpu, from] = [await server.cpuMs(), performance.now()];
      await page.waitForTimeout((STREAMING.everyMs * STREAMING.tokens) / 2);
      const share = (await server.cpuMs()) - cpu;
      const wallMs = performance.now() - from;
      await page.getByRole("region", { name: "Decision" }).waitFor();
      const painted: [number, number][] = await page.evaluate("painted");
      const latencies = painted
        .map(([token, at]) => at - (provider.sentAt[token] ?? at))
        .sort((a, b) => a - b);
      return measuresOf(runs, latencies, (100 * share) / wallMs);
    } finally {
      await page.context().close();
      await server.close();
      provider.close();
    }
  });
}

function measuresOf(runs: number, latencies: readonly number[], cpu: number): Measure[] {
  const at = (part: number) => latencies[Math.floor(part * (latencies.length - 1))] ?? Number.NaN;
  const rate = (1_000 / STREAMING.everyMs) * COLUMNS * runs;
  const of = runs === 1 ? "six columns" : `one of ${runs} runs of six columns`;
  return [
    {
      what: `${of}, ${rate} tokens a second: from a token's sending to the screen, p95`,
      value: at(0.95),
      unit: "ms",
      ...(runs === 1 && { atMost: 150 }),
      reference: `p50 ${at(0.5).toFixed(0)} ms, ${latencies.length} tokens`,
    },
    {
      what: `the server meanwhile, ${runs === 1 ? "one run" : `${runs} runs at once`}: share of one processor`,
      value: cpu,
      unit: "%",
      reference: "the page and the provider are processes of their own",
    },
  ];
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}
