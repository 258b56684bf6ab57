import YahooFinance from "yahoo-finance2";
import { ExtendedCookieJar } from "yahoo-finance2/lib/cookieJar";
import { getCrumbClear } from "yahoo-finance2/lib/getCrumb";
import type { z } from "zod";
import { DeskError, messageOf, quoted } from "#core/errors.ts";
import { Refusal } from "./refusal.ts";
import { createSend, type SendOptions } from "./send.ts";

export interface YahooOptions extends Omit<SendOptions, "concurrency"> {
  /** Requests under way at once, at most; not below the pool's connections. */
  readonly concurrency?: number;
}

/** One question to Yahoo, and the shape that its answer must have. */
interface Question<T> {
  readonly symbol: string;
  /** What is asked for, in words: "price history". */
  readonly what: string;
  readonly schema: z.ZodType<T>;
  readonly ask: (library: Library) => Promise<unknown>;
}

interface Library {
  readonly yahoo: InstanceType<typeof YahooFinance>;
  /** GET of a JSON resource that the library does not hand on whole. */
  readonly get: (url: URL) => Promise<unknown>;
}

export interface YahooClient {
  /** @throws DeskError, or Refusal `ofPeriod` where there was no trade in the days asked for. */
  read<T>(question: Question<T>): Promise<T>;
}

/** Says who asks, in the form that yahoo-finance2 uses too. */
const USER_AGENT = "Mozilla/5.0 (compatible; trading-graph)";

const silent = () => {};
const logger = { info: silent, warn: silent, error: silent, debug: silent, dir: silent };

/** Asked of each call, for the library's schemas drift: the answers are parsed by our own. */
export const unvalidated = { validateResult: false } as const;

/** yahoo-finance2 with a session of its own, kept silent, its session repaired once where refused. */
export function createYahooClient({ concurrency = 8, ...options }: YahooOptions): YahooClient {
  const send = createSend({ ...options, concurrency });
  const jar = new ExtendedCookieJar();
  const yahoo = new YahooFinance({
    cookieJar: jar,
    fetch: send,
    fetchOptions: { headers: { "User-Agent": USER_AGENT } },
    logger,
    queue: { concurrency },
    suppressNotices: ["yahooSurvey"],
    validation: { logErrors: false, logOptionsErrors: false },
    versionCheck: false,
  });
  const library: Library = {
    yahoo,
    get: async (url) => (await send(url, { headers: { "User-Agent": USER_AGENT } })).json(),
  };
  const inSession = createSession(() => getCrumbClear(jar));
  return {
    async read({ symbol, what, schema, ask }) {
      const answer = await inSession(() => ask(library)).catch((thrown) => {
        throw explained(thrown, symbol, what);
      });
      const parsed = schema.safeParse(answer);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new DeskError(
        "bad_response",
        `Yahoo Finance's ${what} of "${symbol}" has a form that is not known (at ${issue?.path.join(".") || "its top"}: ${issue?.message}). Try again later.`,
        { facts: { symbol, what } },
      );
    },
  };
}

/**
 * Runs calls within a session, which is renewed when it is refused: once for all calls that were
 * refused together, so that none clears away what another has just been given.
 */
function createSession(clear: () => Promise<void>) {
  let renewed = Promise.resolve();
  return async (call: () => Promise<unknown>): Promise<unknown> => {
    const session = renewed;
    await session;
    try {
      return await call();
    } catch (thrown) {
      if (!(thrown instanceof Refusal && thrown.ofSession)) throw thrown;
      if (renewed === session) renewed = clear();
      await renewed;
      return call();
    }
  };
}

function explained(thrown: unknown, symbol: string, what: string): unknown {
  if (thrown instanceof DeskError) return thrown;
  const facts = { symbol, what };
  if (!(thrown instanceof Refusal)) {
    const message = `Yahoo Finance's ${what} of "${symbol}" cannot be read (${quoted(messageOf(thrown))}). Try again later.`;
    return new DeskError("bad_response", message, { facts });
  }
  if (thrown.ofPeriod) return thrown;
  if (thrown.ofSymbol) return unknownSymbol(symbol, thrown.description);
  const why = `status ${thrown.status}${thrown.description === null ? "" : `: ${quoted(thrown.description)}`}`;
  const message = `Yahoo Finance refused the ${what} of "${symbol}" (${why}). Try again later.`;
  return new DeskError("upstream", message, { facts: { ...facts, status: thrown.status } });
}

/** @param description what Yahoo says of it, if anything */
export function unknownSymbol(symbol: string, description: string | null = null): DeskError {
  const said = description === null ? "" : ` (${quoted(description)})`;
  return new DeskError(
    "unknown_symbol",
    `Yahoo Finance has no data of the symbol "${symbol}"${said}. Check the spelling on finance.yahoo.com; a share outside the US has a suffix, such as SAP.DE.`,
    { facts: { symbol } },
  );
}
