import { type PruneRule, prunable } from "#core/prunable.ts";
import { type RunKind, runKinds } from "#core/run-kind.ts";
import type { AnyRunRecord } from "#core/run-record.ts";
import {
  type MeasuredFolder,
  measureRunFolder,
  removeRunFolder,
  runsWithFolder,
} from "#runtime/run-folders.ts";
import { facetsOf } from "#runtime/store/facet.ts";
import { anyRuns } from "../../any-runs.ts";
import type { KeptRuns } from "./kept-runs.ts";

/** A run that is not needed any more. */
interface PrunedRun {
  readonly run: AnyRunRecord;
  /** null where this machine has none. */
  readonly folder: MeasuredFolder | null;
}

/** A run of which nothing but its id can be read. */
interface UnreadableRun {
  readonly id: string;
  readonly kind: RunKind;
  readonly folder: MeasuredFolder | null;
}

/** What goes. */
export interface Pruning {
  readonly runs: readonly PrunedRun[];
  readonly unreadable: readonly UnreadableRun[];
  /** Folders of runs that no record is of. */
  readonly strays: readonly MeasuredFolder[];
}

/** What a rule is applied to. */
interface Shelf {
  readonly kept: KeptRuns;
  readonly logsDir: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is asked to go. */
interface PruneQuestion {
  /** null: no run that can be read. */
  readonly rule: PruneRule | null;
  /** Whether folders that no record is of go as well, when their time has come. */
  readonly straysToo: boolean;
  /** Whether runs go whose records cannot be read. */
  readonly unreadable: boolean;
}

/** What is asked to go; nothing has gone yet. */
export async function planPruning(
  { rule, straysToo, unreadable }: PruneQuestion,
  { kept, logsDir, now }: Shelf,
): Promise<Pruning> {
  const { all, illegible } = await everythingIn(kept);
  const ids = [...all, ...illegible].map(({ id }) => id);
  const runs = (rule === null ? [] : prunable(all, rule, now)).map(async (run) => ({
    run,
    folder: await measureRunFolder(logsDir, run.id),
  }));
  const unreadableRuns = (unreadable ? illegible : []).map(async (run) => ({
    ...run,
    folder: await measureRunFolder(logsDir, run.id),
  }));
  return {
    runs: await Promise.all(runs),
    unreadable: await Promise.all(unreadableRuns),
    strays: straysToo ? await straysOf(ids, rule?.olderThanMs ?? 0, { logsDir, now }) : [],
  };
}

/** Runs of every kind, the newest first, and those of which nothing but this can be read. */
async function everythingIn(kept: KeptRuns) {
  const illegible: Pick<UnreadableRun, "id" | "kind">[] = [];
  const found = runKinds.map((kind) =>
    anyRuns(kept, { onUnreadable: (id) => illegible.push({ id, kind }) }, [kind]),
  );
  const all = (await Promise.all(found)).flat().sort((a, b) => b.createdAt - a.createdAt);
  return { all, illegible };
}

async function straysOf(
  all: readonly string[],
  olderThanMs: number,
  { logsDir, now }: Pick<Shelf, "logsDir" | "now">,
): Promise<MeasuredFolder[]> {
  const recorded = new Set(all);
  const ids = (await runsWithFolder(logsDir)).filter((id) => !recorded.has(id));
  const folders = await Promise.all(ids.map((id) => measureRunFolder(logsDir, id)));
  return folders.flatMap((folder) =>
    folder !== null && now - folder.writtenAt > olderThanMs ? folder : [],
  );
}

/** So many runs are held at once for being removed: within less than the time that one is held. */
const BATCH = 100;

/**
 * Carries it out: first the records of runs, then their folders.
 *
 * @returns what has gone: not what somebody has taken up in the meantime
 * @throws the signal's reason, between two steps; DeskError `storage` when something cannot be removed
 */
export async function carryOut(
  { runs, unreadable, strays }: Pruning,
  kept: KeptRuns,
  signal: AbortSignal,
): Promise<Pruning> {
  const stores = facetsOf(kept);
  const gone: PrunedRun[] = [];
  for (let from = 0; from < runs.length; from += BATCH) {
    signal.throwIfAborted();
    const free: PrunedRun[] = [];
    for (const one of runs.slice(from, from + BATCH)) {
      if (one.run.state === "done" || (await stores[one.run.kind].claim(one.run.id)) !== null)
        free.push(one);
    }
    await removeAll(
      free.map(({ run }) => run),
      kept,
    );
    for (const { folder } of free) if (folder !== null) await removeRunFolder(folder);
    gone.push(...free);
  }
  signal.throwIfAborted();
  await removeAll(unreadable, kept);
  for (const { folder } of unreadable) if (folder !== null) await removeRunFolder(folder);
  for (const folder of strays) {
    signal.throwIfAborted();
    await removeRunFolder(folder);
  }
  return { runs: gone, unreadable, strays };
}

async function removeAll(
  runs: readonly Pick<UnreadableRun, "id" | "kind">[],
  kept: KeptRuns,
): Promise<void> {
  const stores = facetsOf(kept);
  for (const kind of runKinds) {
    await stores[kind].remove(runs.filter((run) => run.kind === kind).map(({ id }) => id));
  }
}
