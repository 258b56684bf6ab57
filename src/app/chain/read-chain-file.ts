import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Chain } from "#core/chain/chain.ts";
import { DeskError, quoted } from "#core/errors.ts";
import { mistakeLines } from "#runtime/chain-file/mistake.ts";
import { type Known, type ReadChain, readChain } from "#runtime/chain-file/read-chain.ts";
import { readText } from "../read-text.ts";

const EXAMPLE = "Give a chain's file, such as examples/recipe.yaml";

/** More than a chain may have. */
const LIMIT = { most: 1_048_576, tooLarge: `that is no chain. ${EXAMPLE}.` };

/**
 * A chain's file: the chain, or all that is wrong with it.
 *
 * @throws DeskError `usage` when there is no such file, it cannot be read, or it is no text in UTF-8
 */
export async function readChainFile(path: string, known: Known): Promise<ReadChain> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DeskError("usage", `there is no file ${quoted(path)}. ${EXAMPLE}.`);
  if (found.isDirectory()) {
    throw new DeskError("usage", `${quoted(path)} is a folder. ${EXAMPLE}.`);
  }
  // What is read from a pipe may never come.
  if (!found.isFile())
    throw new DeskError("usage", `${quoted(path)} is no plain file. ${EXAMPLE}.`);
  return readChain(await readText(quoted(path), createReadStream(path), LIMIT), known);
}

/**
 * The chain of a file that has no mistakes.
 *
 * @throws DeskError `usage` naming all of them where it has some, and as {@link readChainFile} does
 */
export async function requireChain(path: string, known: Known): Promise<Chain> {
  const read = await readChainFile(path, known);
  if ("chain" in read) return read.chain;
  throw new DeskError("usage", mistakeLines(path, read.mistakes).join("\n"));
}
