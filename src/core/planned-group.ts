import { z } from "zod";

/** Nodes of a run that come to work together, as one is told before any of them begins. */
export const plannedGroupSchema = z.object({
  /** The same for its steps' records. */
  name: z.string(),
  /** In the order in which they are shown. */
  nodes: z.array(z.string()).min(1),
  /** `parallel`: all at once; `sequential`: one model alone; `code`: no model speaks. */
  how: z.enum(["parallel", "sequential", "code"]),
});

export type PlannedGroup = z.infer<typeof plannedGroupSchema>;
