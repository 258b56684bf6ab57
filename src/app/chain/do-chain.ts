import type { Chain } from "#core/chain/chain.ts";
import { chainWords } from "#core/chain/chain-words.ts";
import { chainMermaid } from "#core/chain/mermaid.ts";
import { usesInput } from "#core/chain/uses-input.ts";
import { DeskError } from "#core/errors.ts";
import { oneLine } from "#core/render/one-line.ts";
import { mistakeLines } from "#runtime/chain-file/mistake.ts";
import type { ChainRequest } from "../commands/chain-request.ts";
import type { Invocation } from "../commands/command.ts";
import type { Config } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { openRunStore } from "../open-run-store.ts";
import { readText } from "../read-text.ts";
import { beginChain } from "./begin-chain.ts";
import { chainConfigurationOf } from "./chain-configuration.ts";
import { knownInChains } from "./known-in-chains.ts";
import { readChainFile } from "./read-chain-file.ts";

/** Checks a chain's file, draws it, or runs it, and gives the exit code. */
export async function doChain(
  request: ChainRequest,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const { stdout, stderr } = invocation.terminal;
  const { file } = request;
  const read = await readChainFile(file, knownInChains(request, config));
  if ("mistakes" in read) {
    for (const line of mistakeLines(file, read.mistakes)) stderr.write(`${line}\n`);
    return exitCodes.usage;
  }
  const { chain } = read;
  switch (request.what) {
    case "check":
      stdout.write(`${oneLine(`${file} holds ${chainWords(chain)}.`)}\n`);
      return exitCodes.ok;
    case "draw":
      stdout.write(chainMermaid(chain));
      return exitCodes.ok;
    case "run":
      return runIt(chain, request, config, invocation);
  }
}

async function runIt(
  chain: Chain,
  request: ChainRequest,
  config: Config,
  invocation: Invocation,
): Promise<number> {
  const { clock } = invocation;
  const input = await inputOf(chain, request, invocation);
  const configuration = chainConfigurationOf(chain, input, request, config, clock.now());
  const store = await openRunStore(config, clock);
  try {
    return await beginChain(configuration, null, request, { config, store }, invocation);
  } finally {
    await store.close();
  }
}

const LIMIT = { most: 1_048_576, tooLarge: "no model reads so much. Give less." };

/** @throws DeskError `usage` where a prompt asks for an input, and there is none */
async function inputOf(
  chain: Chain,
  { input, file }: ChainRequest,
  { stdin }: Invocation,
): Promise<string> {
  if (input !== null && input !== "-") return input;
  if (input === "-") {
    const text = await readText("standard input", stdin(), LIMIT);
    if (text.trim() !== "") return text.trim();
  } else if (!usesInput(chain)) {
    return "";
  }
  throw new DeskError(
    "usage",
    `${oneLine(file)} needs something to work on, and no input was given. Give it: --input TEXT, or --input - to read it from standard input.`,
  );
}
