import { authorOutcomeSchema } from "../contest/author-outcome.ts";
import { contestResultSchema } from "../contest/contest.ts";
import { contestConfigurationSchema } from "../contest/contest-configuration.ts";
import { contestSummarySchema } from "../contest/contest-summary.ts";
import type { RunSchemas } from "./run-form.ts";

export const contestSchemas: RunSchemas<"contest"> = {
  configuration: contestConfigurationSchema,
  outcome: authorOutcomeSchema,
  result: contestResultSchema,
  summary: contestSummarySchema,
};
