import { DeskError, quoted } from "#core/errors.ts";
import { oneLine } from "#core/render/one-line.ts";
import type { KeptRun } from "#core/run-record.ts";
import type { RunStore } from "#core/run-store.ts";

/** What to do where there is no run. */
export const MAKE_A_RUN = "Make one: trading-graph analyze AAPL --data demo";

const NAMED = 5;

/**
 * The kept run that a person means.
 *
 * @param text an id, `latest`, or an id's beginning or end where only one has it, as in `4f3a`
 * @throws DeskError `usage` naming the newest runs for an unknown one, and the candidates for an
 * ambiguous one; `storage` when the records cannot be read
 */
export async function findRun(
  store: Pick<RunStore, "read" | "runs">,
  text: string,
): Promise<KeptRun> {
  const exact = await store.read(text);
  if (exact !== null) return exact;
  const unreadable: string[] = [];
  const known = await store.runs({ onUnreadable: (id) => unreadable.push(id) });
  const ids = [...known.map(({ id }) => id), ...unreadable];
  if (ids.length === 0) throw noRunKept();
  const meant = text === "latest" ? ids.slice(0, 1) : ids.filter((id) => mayMean(text, id));
  const [only, ...more] = meant;
  if (more.length > 0) {
    throw new DeskError("usage", `run ${quoted(text)} may be any of ${named(meant)}.`);
  }
  const found = only === undefined ? null : await store.read(only);
  if (found !== null) return found;
  throw new DeskError("usage", `run ${quoted(text)} is not known. The newest: ${named(ids)}.`);
}

/** Something was to be done with a run, and there is none. */
export function noRunKept(): DeskError {
  return new DeskError("usage", `no run is kept. ${MAKE_A_RUN}`);
}

function mayMean(text: string, id: string): boolean {
  return text !== "" && (id.startsWith(text) || id.endsWith(text));
}

function named(ids: readonly string[]): string {
  const names = ids.slice(0, NAMED).map(oneLine).join(", ");
  return ids.length > NAMED ? `${names} and ${ids.length - NAMED} more` : names;
}
