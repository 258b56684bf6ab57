import { printable } from "#core/render/printable.ts";
import type { RunPage } from "../../run-page.ts";

/**
 * The same page with every text of it made printable, wherever it comes from: nothing of it can turn a
 * line around, or pass for a mark.
 */
export function printablePage(page: RunPage): RunPage {
  return JSON.parse(JSON.stringify(page), (_, value) =>
    typeof value === "string" ? printable(value) : value,
  );
}
