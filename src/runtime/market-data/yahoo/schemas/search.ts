import { z } from "zod";
import { text, time } from "../lenient.ts";

/** `news` is there even when it is empty: without it, the answer is none of a search. */
export const searchSchema = z.object({
  news: z.array(z.object({ title: text, publisher: text, link: text, providerPublishTime: time })),
});
