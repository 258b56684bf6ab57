import { join } from "node:path";

/** The file of the embedded database in a folder, whether there is one or not. */
export function databaseFile(folder: string): string {
  return join(folder, "trading_graph.sqlite");
}
