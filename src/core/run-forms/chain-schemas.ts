import { agentOutcomeSchema } from "../chain/agent-outcome.ts";
import { chainConfigurationSchema } from "../chain/chain-configuration.ts";
import { chainResultSchema } from "../chain/chain-result.ts";
import { chainSummarySchema } from "../chain/chain-summary.ts";
import type { RunSchemas } from "./run-form.ts";

export const chainSchemas: RunSchemas<"chain"> = {
  configuration: chainConfigurationSchema,
  outcome: agentOutcomeSchema,
  result: chainResultSchema,
  summary: chainSummarySchema,
};
