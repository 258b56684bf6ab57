import type { ChainAgent } from "#core/chain/chain.ts";
import { DeskError, quoted } from "#core/errors.ts";
import { Unreported } from "../unreported.ts";

/**
 * Writes with an agent's model. That the provider does not have it is a mistake in the settings, which ends
 * the run, only where it is the command's: one that the chain's file names for an agent is that agent's gap.
 *
 * @throws Unreported where the agent's own model is unknown; else whatever the writing throws
 */
export async function withOwnModel<T>(
  { name, model }: Pick<ChainAgent, "name" | "model">,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    if (model === null || !isUnknownModel(thrown)) throw thrown;
    throw new Unreported(
      "model_error",
      `the provider has no model ${quoted(model)}, which the chain's file names as "model" of agent ${quoted(name)}: name another there, or leave the key away. It says: ${thrown.message}`,
      { cause: thrown },
    );
  }
}

/** Of several that were asked in turn, the first decides. */
function isUnknownModel(thrown: unknown): thrown is DeskError {
  if (!(thrown instanceof DeskError)) return false;
  return thrown.facts.kind === "unknown_model" || isUnknownModel(thrown.cause);
}
