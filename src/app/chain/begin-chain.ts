import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import { groupsOf } from "#core/chain/groups.ts";
import { runId } from "#core/run-id.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Invocation } from "../commands/command.ts";
import type { Presentation } from "../commands/present-run.ts";
import { showRecordedChain } from "../commands/recorded-chain.ts";
import type { Config } from "../config.ts";
import { openRunChainDesk } from "./run-chain-desk.ts";

/** How a chain is shown, and where its report is written as a page; left out for nowhere. */
type ChainPresentation = Presentation & { readonly html?: string | null };

/**
 * Runs a chain as a run of its own, shows it, and gives the exit code.
 *
 * @param rerunOf the run whose outputs it keeps; null where it begins anew
 */
export async function beginChain(
  configuration: ChainConfiguration,
  rerunOf: string | null,
  { html = null, ...presentation }: ChainPresentation,
  { config, store }: { readonly config: Config; readonly store: Store },
  invocation: Invocation,
): Promise<number> {
  const { clock } = invocation;
  const { chain } = configuration;
  const id = runId(chain.name.toUpperCase(), clock.now(), Math.random());
  const desk = await openRunChainDesk(configuration, config, clock, store, id);
  try {
    const groups = groupsOf(chain);
    const claim = await store.chains.begin({ id, configuration, groups, list: null, rerunOf });
    const run = { claim, configuration, rerunOf };
    const workplace = { desk, store, config };
    const code = await showRecordedChain(run, workplace, presentation, invocation);
    if (html !== null) {
      const { writeRunPage } = await import("../page/write-run-page.ts");
      await writeRunPage(html, id, { store, config }, invocation);
    }
    return code;
  } finally {
    await desk.close();
  }
}
