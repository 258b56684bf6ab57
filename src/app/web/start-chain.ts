import type { Chain } from "#core/chain/chain.ts";
import type { ChainConfiguration } from "#core/chain/chain-configuration.ts";
import { groupsOf } from "#core/chain/groups.ts";
import { usesInput } from "#core/chain/uses-input.ts";
import { DeskError } from "#core/errors.ts";
import { duration } from "#core/render/duration.ts";
import { runId } from "#core/run-id.ts";
import type { RunRecord } from "#core/run-record.ts";
import type { RunClaim } from "#core/run-store.ts";
import { chainConfigurationOf } from "../chain/chain-configuration.ts";
import { type ChainRequest, readChainRequest } from "../commands/chain-request.ts";
import type { Environment } from "../config.ts";
import type { StartRequest } from "./api.ts";
import { argumentsOf } from "./arguments-of.ts";
import { readPageChain } from "./read-page-chain.ts";
import type { Work } from "./runs-at-work.ts";
import type { Asked } from "./starters.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * A chain as a page asks for it.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export async function chainWork(
  { chain: text, input, options }: Asked<"chain">,
  room: WorkRoom,
): Promise<Work> {
  const { config, environment, clock } = room;
  const now = clock.now();
  const request = chainRequestOf(options, environment, now);
  const read = await readPageChain(text, request, config);
  if ("mistakes" in read) {
    const lines = read.mistakes.map(({ line, message }) => `line ${line}: ${message}`);
    throw new DeskError("usage", `The chain cannot be run. ${lines.join(" ")}`);
  }
  requireInput(read.chain, input);
  const configuration = chainConfigurationOf(read.chain, input.trim(), request, config, now);
  return recordedChain(configuration, null, room);
}

/** What `chain` would be asked; its file is what the page has sent. */
export function chainRequestOf(
  options: StartRequest["options"],
  environment: Environment,
  now: number,
): ChainRequest {
  return readChainRequest(argumentsOf("chain", options, ["page"]), environment, now);
}

function requireInput(chain: Chain, input: string): void {
  if (input.trim() !== "" || !usesInput(chain)) return;
  throw new DeskError("usage", "The chain needs something to work on: give it an input.");
}

/** @param rerunOf the run whose outputs it keeps; null where it begins anew */
export function recordedChain(
  configuration: ChainConfiguration,
  rerunOf: string | null,
  room: WorkRoom,
): Work {
  const { chain } = configuration;
  const id = runId(chain.name.toUpperCase(), room.clock.now(), Math.random());
  const run = { id, configuration, rerunOf };
  const groups = groupsOf(chain);
  return chainAtHand(run, () => room.store.chains.begin({ ...run, groups, list: null }), room);
}

/** @param take takes it up, once all it needs is at hand */
export function chainAtHand(
  run: Pick<RunRecord<"chain">, "id" | "configuration" | "rerunOf">,
  take: () => Promise<RunClaim<"chain">>,
  { config, clock, store }: WorkRoom,
): Work {
  return async ({ signal, begun }) => {
    const [{ openRunChainDesk }, { performChain }] = await Promise.all([
      import("../chain/run-chain-desk.ts"),
      import("../chain/perform-chain.ts"),
    ]);
    const { id, configuration } = run;
    const desk = await openRunChainDesk(configuration, config, clock, store, id);
    try {
      const claim = await take();
      begun(id, configuration.chain.name);
      const place = { desk, store, config };
      const { result } = await performChain({ ...run, claim }, place, { signal, text: true });
      return `done in ${duration(result.timeline.wallMs)}`;
    } finally {
      await desk.close();
    }
  };
}
