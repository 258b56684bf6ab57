import type { ChartData } from "../../chart-data.ts";

/** What the page was made with: the program's own figures, so their form is known. */
export function readData(): ChartData {
  return JSON.parse(document.getElementById("data")?.textContent ?? "");
}
