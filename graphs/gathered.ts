import { ReducedValue } from "@langchain/langgraph";
import { z } from "zod";

/**
 * A field of a graph's state that concatenates what branches bring. LangGraph applies the branches in the
 * order in which they were sent.
 */
export const gathered = <T extends z.ZodType>(item: T) =>
  new ReducedValue(
    z.array(item).default(() => []),
    {
      inputSchema: z.array(item),
      reducer: (all: z.infer<T>[], more: z.infer<T>[]) => [...all, ...more],
    },
  );
