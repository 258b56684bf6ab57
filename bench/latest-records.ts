import type { RunRecord } from "#core/run-record.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore } from "#runtime/store/open-store.ts";

/** The runs of the list that a store has planned last, in its order. */
export async function latestRecords(where: {
  readonly url: string | null;
  readonly folder: string;
}): Promise<readonly RunRecord[]> {
  const store = await openStore({ ...where, clock: systemClock, secrets: [] });
  try {
    const list = await store.runs.latestList();
    return list === null ? [] : await store.runs.runs({ list });
  } finally {
    await store.close();
  }
}
