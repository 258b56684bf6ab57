import { Hono } from "hono";
import { groupsOf } from "#core/chain/groups.ts";
import { chainMermaid } from "#core/chain/mermaid.ts";
import type { ReadChain } from "#runtime/chain-file/read-chain.ts";
import { type CheckedChain, chainTextSchema } from "./api.ts";
import { readJson } from "./read-json.ts";
import { readPageChain } from "./read-page-chain.ts";
import { chainRequestOf } from "./start-chain.ts";
import type { WebParts } from "./web-parts.ts";

/** Chains, as they are checked while somebody writes one. */
export function chainRoutes({ config, environment, clock, limits, clean }: WebParts): Hono {
  return new Hono().post("/chains/check", async (context) => {
    const { chain } = await readJson(context, chainTextSchema, limits.body);
    const settings = chainRequestOf({}, environment, clock.now());
    return context.json(clean(checkedOf(await readPageChain(chain, settings, config))));
  });
}

function checkedOf(read: ReadChain): CheckedChain {
  if ("mistakes" in read) return { mistakes: read.mistakes };
  const { chain } = read;
  return {
    mistakes: [],
    name: chain.name,
    groups: groupsOf(chain).map(({ name, nodes }) => ({ name, agents: nodes })),
    drawing: chainMermaid(chain),
  };
}
