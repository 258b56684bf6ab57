import { z } from "zod";
import { tickerSchema } from "#core/ticker.ts";

/** The arguments of a tool that only needs to know which symbol. */
export const symbolSchema = z.object({ symbol: tickerSchema });
