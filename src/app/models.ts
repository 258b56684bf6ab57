import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { DeskError } from "#core/errors.ts";
import type { Role } from "#core/role.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import type { Config } from "./config.ts";

/** The model that needs neither a key nor a network. */
export const RULES = "rules";

const DEFAULT_LIVE_MODEL = "gpt-5-mini";

/** The desk's models by role. */
export interface Models {
  forRole(role: Role): BaseChatModel;
  close(): Promise<void>;
}

/** The model's name: the one asked for, else a live one where there is a key, else `rules`. */
export function modelName(asked: string | null, { openai }: Config): string {
  return asked ?? (openai.apiKey === null ? RULES : DEFAULT_LIVE_MODEL);
}

/**
 * Makes the models of a desk.
 *
 * @throws DeskError `configuration` when the name asks for a live model and no key is set
 */
export async function createModels(name: string, { openai }: Config): Promise<Models> {
  if (name === RULES) {
    const rules = createRulesModel();
    return { forRole: () => rules, close: async () => {} };
  }
  if (openai.apiKey === null) {
    throw new DeskError(
      "configuration",
      `model "${name}" needs a key: set OPENAI_API_KEY (and OPENAI_BASE_URL for an endpoint other than OpenAI's), or use --model ${RULES}, which needs none.`,
    );
  }
  // Loaded only where it is used: it is a third of the time that a cold start takes.
  const { createLiveModel } = await import("#runtime/models/live.ts");
  const live = createLiveModel({ name, apiKey: openai.apiKey, baseUrl: openai.baseUrl });
  return { forRole: () => live.model, close: live.close };
}
