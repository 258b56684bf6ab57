import type { ReadChain } from "#runtime/chain-file/read-chain.ts";
import type { ChainSettings } from "../commands/chain-request.ts";
import type { Config } from "../config.ts";

/**
 * A chain that was written on the page: the chain, or all that is wrong with it.
 *
 * @throws DeskError `usage` for a price list that is none
 */
export async function readPageChain(
  text: string,
  settings: ChainSettings,
  config: Config,
): Promise<ReadChain> {
  const [{ readChain }, { knownInChains }] = await Promise.all([
    import("#runtime/chain-file/read-chain.ts"),
    import("../chain/known-in-chains.ts"),
  ]);
  return readChain(text, knownInChains(settings, config));
}
