import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DeskError, quoted } from "#core/errors.ts";

const NAME = "trading-graph";

/**
 * The project's folder, from wherever in it the program runs: its sources, or a bundle of them.
 *
 * @param start a folder in it
 * @throws DeskError `configuration` when it lies in no such folder
 */
export function projectRoot(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (nameIn(join(folder, "package.json")) === NAME) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new DeskError(
    "configuration",
    `The page cannot be made: ${quoted(start)} is in no folder of ${NAME}, which its sources are read from. Run the program from where it is installed.`,
  );
}

function nameIn(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).name : null;
}
