import { z } from "zod";
import { conditionSchema } from "./condition.ts";

/**
 * How an agent connects to what came before. `direct`: its input is the output before it; `sequential`:
 * all outputs so far; `parallel`: it works together with its neighbours of the same group, on what was
 * there before them; `conditional`: it works only where its condition holds, on all outputs so far.
 */
export const connections = ["direct", "sequential", "parallel", "conditional"] as const;
export type Connection = (typeof connections)[number];

const agentSchema = z.object({
  /** Letters, digits, `_` and `-`; how prompts call its output. */
  name: z.string(),
  /** null: the model that the command has. */
  model: z.string().nullable(),
  /** May hold `{{input}}`, `{{chain_input}}` and earlier agents' names likewise. */
  prompt: z.string(),
  /** Names of tools that it may call. */
  tools: z.array(z.string()),
  connect: z.enum(connections),
  /** Of a parallel agent: the name of its group, null where its neighbours and it have none; null elsewhere. */
  group: z.string().nullable(),
  /** Of a conditional agent, and of no other. */
  when: conditionSchema.nullable(),
  /** Of a conditional agent: who works in its place where its condition does not hold; null: nobody. */
  else: z.string().nullable(),
});

export type ChainAgent = Readonly<z.infer<typeof agentSchema>>;

/** A chain of agents that somebody has defined, complete and without a mistake. */
export const chainSchema = z.object({
  name: z.string(),
  description: z.string().nullable(),
  /** In the order in which they are written; results keep it. */
  agents: z.array(agentSchema).min(1),
});

export type Chain = Readonly<z.infer<typeof chainSchema>>;
