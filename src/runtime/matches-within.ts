import { once } from "node:events";
import { createContext, Script } from "node:vm";
import { Worker } from "node:worker_threads";
import { PATTERN_FLAGS } from "#core/chain/condition.ts";

/** Of a text, in UTF-16 units. */
const LONGEST_TEXT = 200_000;
/** Far more than an honest pattern needs, also on a busy machine. */
const LIMIT_MS = 500;
/** How long others may have to wait for this thread: enough for nearly every pattern. */
const HERE_MS = 20;

interface Search {
  readonly pattern: string;
  readonly flags: string;
  readonly text: string;
}

/**
 * Whether a regular expression finds something in a text, whatever the case of its letters; a dot matches
 * line breaks too. Since a pattern can run for ever it is given a time: the most of it in a thread of its
 * own, so that nobody waits for it.
 *
 * @returns null where that was not enough
 * @throws SyntaxError for what is no regular expression
 */
export async function matchesWithin(
  pattern: string,
  text: string,
  limitMs = LIMIT_MS,
): Promise<boolean | null> {
  const given = { pattern, flags: PATTERN_FLAGS, text: text.slice(0, LONGEST_TEXT) };
  return foundHere(given) ?? (await foundElsewhere(given, limitMs));
}

const search = new Script("new RegExp(pattern, flags).test(text)");

function foundHere(given: Search): boolean | null {
  try {
    return search.runInContext(createContext({ ...given }), { timeout: HERE_MS }) === true;
  } catch (thrown) {
    if (isTimeout(thrown)) return null;
    throw thrown;
  }
}

/** What is thrown belongs to the script's own world, where Error is another one. */
function isTimeout(thrown: unknown): boolean {
  const hasCode = typeof thrown === "object" && thrown !== null && "code" in thrown;
  return hasCode && thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** As text: a bundle has no file for it. */
const SEARCH = `
const { parentPort, workerData: { pattern, flags, text } } = require("node:worker_threads");
parentPort.postMessage(new RegExp(pattern, flags).test(text));
`;

async function foundElsewhere(given: Search, limitMs: number): Promise<boolean | null> {
  const worker = new Worker(SEARCH, { eval: true, workerData: given });
  const over = new AbortController();
  const answer = once(worker, "message", { signal: over.signal });
  let timer: NodeJS.Timeout | null = null;
  // The time begins with the work: on a busy machine a thread takes a while to start.
  worker.once("online", () => {
    timer = setTimeout(() => over.abort(), limitMs);
  });
  try {
    const [found] = await answer;
    return found === true;
  } catch (thrown) {
    if (over.signal.aborted) return null;
    throw thrown;
  } finally {
    if (timer !== null) clearTimeout(timer);
    await worker.terminate();
  }
}
