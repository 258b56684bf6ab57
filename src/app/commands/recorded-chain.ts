import { join } from "node:path";
import { chainStatus } from "#core/chain/chain-result.ts";
import { groupsOf } from "#core/chain/groups.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import { runFolderPath } from "#runtime/run-folder.ts";
import { writeWhole } from "#runtime/write-whole.ts";
import { type ChainWorkplace, performChain } from "../chain/perform-chain.ts";
import { endsAll } from "../ends-all.ts";
import { exitCodes } from "../exit-codes.ts";
import type { RunAtHand } from "../perform-recorded.ts";
import type { Invocation } from "./command.ts";
import type { Presentation } from "./present-run.ts";
import { runProgress } from "./run-progress.ts";

/**
 * Runs a chain, shows it, and gives the exit code. One that is cut off says how to go on with it.
 *
 * @throws what has ended the run without a result, and DeskError `storage` where something could not be
 *   kept: its result has been shown then
 */
export async function showRecordedChain(
  run: RunAtHand<"chain">,
  workplace: ChainWorkplace,
  { json, out, quiet }: Presentation,
  invocation: Invocation,
): Promise<number> {
  const { terminal, signal } = invocation;
  const { config } = workplace;
  const { runId } = run.claim;
  const { chain, asOf } = run.configuration;
  const { progress } = runProgress(invocation, config, quiet, groupsOf(chain));
  try {
    const { result } = await performChain(run, workplace, {
      signal,
      watcher: progress.onEvent,
      text: true,
      onEarlier: progress.onEarlier,
      async onResult(kept, report) {
        progress.stop();
        terminal.stdout.write(json ? `${inertJson(kept.result)}\n` : report);
        if (out === null) return;
        const path = join(out, `${fileName(chain.name)}_${asOf}`);
        await writeWhole(`${path}.md`, report);
        await writeWhole(`${path}.json`, `${JSON.stringify(kept.result, null, 2)}\n`);
      },
    });
    if (!quiet) terminal.stderr.write(`Kept in ${runFolderPath(config.logsDir, runId)}\n`);
    const notice = result.data?.notice ?? null;
    if (notice !== null) terminal.stderr.write(`${printable(notice)}\n`);
    return exitCodes[chainStatus(result)];
  } catch (thrown) {
    progress.stop();
    if (signal.aborted || endsAll(thrown)) {
      terminal.stderr.write(`Go on with: trading-graph resume ${runId}\n`);
    }
    throw thrown;
  }
}

/** A chain's name in letters that fit a file's. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}-]+/gu, "_").slice(0, 60);
}
