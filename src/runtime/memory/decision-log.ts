import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DeskError, messageOf } from "#core/errors.ts";
import type { DecisionMemory, DecisionQuery } from "#core/ports.ts";
import { dayMade } from "#core/review/hindsight.ts";
import { type KeptDecision, keptDecisionSchema } from "#core/review/kept-decision.ts";
import { openLinesFile } from "../lines-file.ts";

/**
 * Decisions in `decisions.jsonl` of a folder, a line each. Several processes may add at once. A run that
 * was resumed may have kept its decision twice, of which the first counts. A line that is no decision is
 * passed over and counted: one process that was cut short must not cost the rest.
 */
export function createDecisionLog(folder: string): DecisionMemory {
  const path = join(folder, "decisions.jsonl");
  return {
    async keep(decision) {
      const line = JSON.stringify(keptDecisionSchema.parse(decision));
      const torn = await endsAmidLine(path);
      const file = await openLinesFile(path);
      file.write(torn ? `\n${line}` : line);
      await file.close();
    },
    async recall(query) {
      const lines = (await read(path)).split("\n").filter((line) => line.trim() !== "");
      const kept = lines.map(decisionOf).filter((decision) => decision !== null);
      return {
        decisions: oncePerRun(kept).filter((decision) => matches(decision, query)),
        passedOver: lines.length - kept.length,
      };
    },
  };
}

/** @throws DeskError `storage` when there is something that cannot be read */
async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (isAbsence(cause)) return "";
    throw new DeskError(
      "storage",
      `cannot read the kept decisions "${path}": ${messageOf(cause)}. Give read access, or name another folder (LOGS_DIR).`,
      { cause, facts: { path } },
    );
  }
}

/** Whether a line was begun and never ended, so that the next would be lost in it. */
async function endsAmidLine(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return bytesRead === 1 && buffer.toString() !== "\n";
  } catch {
    // What is wrong with it is said where it is written to.
    return false;
  } finally {
    await file.close();
  }
}

function decisionOf(line: string): KeptDecision | null {
  try {
    return keptDecisionSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function oncePerRun(decisions: readonly KeptDecision[]): KeptDecision[] {
  const seen = new Set<string>();
  return decisions.filter(({ runId }) => seen.size < seen.add(runId).size);
}

function matches(decision: KeptDecision, { asOf, source, model, symbols }: DecisionQuery): boolean {
  return (
    decision.asOf <= asOf &&
    dayMade(decision) <= asOf &&
    (source === undefined || decision.source === source) &&
    (model === undefined || decision.model === model) &&
    (symbols === undefined || symbols.includes(decision.symbol))
  );
}

function isAbsence(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";
}
