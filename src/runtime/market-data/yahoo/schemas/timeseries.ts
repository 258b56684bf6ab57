import { z } from "zod";
import { isDay } from "#core/day.ts";
import { number, text } from "../lenient.ts";

const pointSchema = z.object({
  asOfDate: z.string().refine(isDay, "not a day"),
  currencyCode: text,
  reportedValue: number,
});

/** One line over time: its values stand under the key that `meta.type` names. */
const seriesSchema = z.looseObject({ meta: z.object({ type: z.tuple([z.string()]) }) });

/** Yahoo's fundamentals, as `{ name, points }` for each line asked for. */
export const timeseriesSchema = z
  .object({ timeseries: z.object({ result: z.array(seriesSchema).nullish() }) })
  .transform(({ timeseries }) =>
    (timeseries.result ?? []).map(({ meta, ...series }) => ({
      name: meta.type[0],
      points: series[meta.type[0]] ?? [],
    })),
  )
  .pipe(z.array(z.object({ name: z.string(), points: z.array(pointSchema.nullable()) })));

export type FiledLine = z.infer<typeof timeseriesSchema>[number];
