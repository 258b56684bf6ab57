import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Clock } from "#core/ports.ts";
import { oneLine } from "#core/render/one-line.ts";
import { redactor } from "#runtime/redact.ts";
import type { Store } from "#runtime/store/store.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { type Config, type Environment, secretsOf } from "../config.ts";
import { openMarkets } from "../markets.ts";
import { createSharedDesks } from "../worker/shared-desks.ts";
import type { Refusal } from "./api.ts";
import { createWebApp } from "./create-web-app.ts";
import { HOST, listen } from "./listen.ts";
import { createRunsAtWork } from "./runs-at-work.ts";
import { startersIn } from "./starters-in.ts";
import { watchAnswers } from "./watch-answers.ts";
import { type PageFiles, usualLimits, type WebLimits } from "./web-parts.ts";

export interface WebOptions {
  /** null: 4173 where it is free, else any that is. */
  readonly port: number | null;
  readonly store: Store;
  readonly config: Config;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly page: PageFiles;
  /** Told in a line what the server is at. */
  readonly tell: (line: string) => void;
  readonly limits?: Partial<WebLimits>;
}

/** How long whoever follows a run may take to be told how it stands when the server ends. */
const GRACE_MS = 500;

/** A server that is listening. */
export interface WebServer {
  readonly url: string;
  /** Ends runs that are at work as interrupted, and everybody's connection; the store is left open. */
  close(): Promise<void>;
}

/**
 * Starts the page's server, on this machine's own address.
 *
 * @throws DeskError `usage` where the port that was named is taken
 */
export async function startWeb({ port, limits, ...options }: WebOptions): Promise<WebServer> {
  const { store, config, environment, clock, page } = options;
  const held = { ...usualLimits, ...limits };
  const { requestMs } = held;
  const server = createServer({
    requestTimeout: requestMs,
    headersTimeout: requestMs,
    connectionsCheckingInterval: requestMs / 4,
  });
  const allAnswered = watchAnswers(server);
  const listeningOn = await listen(server, port);
  const clean = redactor(secretsOf(config));
  const tell = (line: string) => options.tell(oneLine(clean(line)));
  const desks = createSharedDesks(config, clock, store);
  const closing = new AbortController();
  const atWork = createRunsAtWork(held.runs, {
    begun: (id, title) => tell(`${title} begun (${id})`),
    ended: (id, title, outcome) => tell(`${title} ${outcome} (${id})`),
  });
  const markets = openMarkets({ data: "auto", mayFallBack: false, config, clock, rate: undefined });
  const starters = startersIn({ store, config, environment, clock, desks, tell });

  const app = createWebApp({
    port: listeningOn,
    store,
    config,
    environment,
    clock,
    atWork,
    starters,
    page,
    market: (source) => markets[source],
    limits: held,
    closing: closing.signal,
    clean,
    tell,
  });
  server.on(
    "request",
    getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler }),
  );

  return {
    url: `http://${HOST}:${listeningOn}/`,
    async close() {
      server.close();
      await atWork.close();
      closing.abort();
      await withinGrace(allAnswered(), AbortSignal.abort(), GRACE_MS).catch(() => {});
      server.closeAllConnections();
      await Promise.all([desks.close(), markets.close()]);
    },
  };
}

/** What is no request, such as one with a host that is no host's name, comes to no route. */
function errorHandler(): Response {
  const refusal: Refusal = { error: "This is no request that can be read." };
  return Response.json(refusal, { status: 400 });
}
