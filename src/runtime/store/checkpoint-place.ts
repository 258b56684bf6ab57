import { z } from "zod";

/** What the `configurable` of a config says of checkpoints, when they are looked for. */
export const checkpointQuerySchema = z.object({
  thread_id: z.string().optional(),
  /** Of the graph within a graph that they are of; empty for the outermost. */
  checkpoint_ns: z.string().optional(),
  checkpoint_id: z.string().optional(),
});

export type CheckpointQuery = z.infer<typeof checkpointQuerySchema>;

/** The same of one thread; the id is then of the newest checkpoint in it. */
export const checkpointThreadSchema = checkpointQuerySchema.extend({
  thread_id: z.string(),
  checkpoint_ns: z.string().default(""),
});

/** The same of one checkpoint. */
export const checkpointPlaceSchema = checkpointThreadSchema.extend({ checkpoint_id: z.string() });

export type CheckpointPlace = z.infer<typeof checkpointPlaceSchema>;
