import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { agentOutcomeSchema } from "#core/chain/agent-outcome.ts";
import { factSchema } from "#core/fact.ts";
import { type Provenance, provenanceSchema } from "#core/result.ts";
import { spanSchema } from "#core/span.ts";
import { gathered } from "../gathered.ts";

/** What a person asks: the only field that Studio offers as an input. */
export const inputFields = {
  input: z.string().default("").describe("What the chain is to work on"),
};

/** No agent may be called like a field of this: `src/core/chain/agent-name.ts` keeps their names. */
export const ChainState = new StateSchema({
  ...inputFields,
  /** What every agent has come to, in the order in which stages are over. */
  outcomes: gathered(agentOutcomeSchema),
  /** What tools have brought. */
  facts: gathered(factSchema),
  /** Start and end of every node and tool call. */
  spans: gathered(spanSchema),
  /** Where tools have their figures; null before the first was called. */
  data: new ReducedValue(provenanceSchema.nullable().default(null), {
    inputSchema: provenanceSchema.nullable(),
    reducer: (known: Provenance | null, told: Provenance | null) => known ?? told,
  }),
});

export type ChainStateValue = typeof ChainState.State;
export type ChainUpdate = typeof ChainState.Update;

/** What an agent works on: the state itself, or what one `Send` carries to a group's agent. */
export type AgentTask = Pick<ChainStateValue, "input" | "outcomes" | "data">;
