import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { DeskError, messageOf } from "#core/errors.ts";
import { type PriceList, priceListSchema } from "#core/price-list.ts";
import listPrices from "../../prices.json" with { type: "json" };

/** The list that a person keeps where the program is started. */
const OWN_LIST = "prices.json";

/**
 * The price list: a file that is named, else `prices.json` where the program is started, else the one
 * that comes with it.
 *
 * @throws DeskError `usage` when the file cannot be read or is none
 */
export function readPrices(named: string | null): PriceList {
  const path = named ?? (existsSync(OWN_LIST) ? OWN_LIST : null);
  if (path === null) return priceListSchema.parse(listPrices);
  const { data, error } = priceListSchema.safeParse(parsed(path));
  if (data !== undefined) return data;
  throw new DeskError("usage", `"${path}" is no price list: ${z.prettifyError(error)}`);
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new DeskError("usage", `cannot read prices from "${path}": ${messageOf(cause)}`, {
      cause,
    });
  }
}
