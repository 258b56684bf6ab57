import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Node says once that this is experimental, in the middle of whatever the terminal shows: not here. */
const STRIP = `
const { parentPort, workerData } = require("node:worker_threads");
const { stripTypeScriptTypes } = require("node:module");
process.emitWarning = () => {};
let code = null;
try {
  code = stripTypeScriptTypes(workerData);
} catch {}
parentPort.postMessage(code);
`;

/** Milliseconds: a hundred times what the longest strategy needs. */
const TIME_LIMIT = 5_000;

/**
 * Code without the types of TypeScript, every line in its place; null where it is no TypeScript. In a
 * thread of its own: code that nests too deeply breaks Node's parser for all that its thread asks later.
 */
export async function withoutTypes(code: string): Promise<string | null> {
  const worker = new Worker(STRIP, { eval: true, workerData: code, stderr: true });
  try {
    const [plain] = await once(worker, "message", { signal: AbortSignal.timeout(TIME_LIMIT) });
    return typeof plain === "string" ? plain : null;
  } catch {
    return null;
  } finally {
    await worker.terminate();
  }
}
