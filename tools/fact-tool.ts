import type { RunnableConfig } from "@langchain/core/runnables";
import { type StructuredToolInterface, tool } from "@langchain/core/tools";
import { z } from "zod";
import { type Day, daySchema } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import type { Fact, FactUnit } from "#core/fact.ts";
import { writeFacts, writeSentences } from "#core/fact-lines.ts";
import type { MarketData, ReadOptions, SymbolQuery } from "#core/ports.ts";
import { addRequests, noRequests, type ToolResult } from "#core/tool-result.ts";

/** A datum as a tool finds it; what the tool, its call and its findings say is filled in. */
export interface Finding {
  readonly path: string;
  readonly label: string;
  readonly value: number | string | null;
  readonly unit: FactUnit;
  /** What an amount of money is in; left aside for every other unit. */
  readonly currency?: string | null;
  readonly asOf?: string | null;
  readonly availableAt?: string | null;
  /** How it was made, or why it is null; where left out, the source gave it or did not. */
  readonly note?: string | null;
}

export interface Findings {
  readonly source: string;
  /** The time of the facts that state none of their own. */
  readonly asOf?: string | null;
  /** From when those facts were public; their time where left out. */
  readonly availableAt?: string | null;
  readonly facts: readonly Finding[];
  /** What a reader must know about them; empty when nothing. */
  readonly notices?: readonly string[];
}

/** What a tool reads with. */
export interface Reading {
  readonly market: MarketData;
  /** The last day whose knowledge may be used. */
  readonly asOf: Day;
  readonly options: ReadOptions;
}

/** A source of market data, and what a reader must be told of it first; null when there is nothing. */
interface OpenedMarket {
  readonly market: MarketData;
  readonly notice: string | null;
}

/**
 * Finds the source for a call's symbol.
 *
 * @throws DeskError when there is no such symbol, or no source may be used
 */
export type MarketOpener = (query: SymbolQuery, options: ReadOptions) => Promise<OpenedMarket>;

interface Arguments {
  readonly symbol: string;
  readonly [name: string]: string;
}

export interface FactToolDefinition<Args extends Arguments> {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<Args, Args>;
  find(args: Args, reading: Reading): Promise<Findings>;
}

/**
 * Makes a LangChain tool of a definition. The model reads its facts as lines; the graph gets them
 * as a {@link ToolResult} artifact. The run's `asOf` comes from `config.configurable`, never from
 * the model.
 *
 * The tool throws DeskError `configuration` without an `asOf`, and whatever the source throws.
 */
export function createFactTool<Args extends Arguments>(
  definition: FactToolDefinition<Args>,
  source: MarketData | MarketOpener,
): StructuredToolInterface {
  const { name, description, schema } = definition;
  const open: MarketOpener =
    typeof source === "function" ? source : async () => ({ market: source, notice: null });
  return tool(
    async (args: Args, config: RunnableConfig): Promise<[string, ToolResult]> => {
      const asOf = asOfIn(config, name);
      let requests = noRequests;
      const options: ReadOptions = {
        signal: config.signal,
        onAccess: (access) => {
          requests = addRequests(requests, { ...noRequests, [access]: 1 });
        },
      };
      const { market, notice } = await open({ symbol: args.symbol, asOf }, options);
      const found = await definition.find(args, { market, asOf, options });
      const facts = found.facts.map((finding) => toFact(finding, found, { tool: name, args }));
      const notices = [...(notice === null ? [] : [notice]), ...(found.notices ?? [])];
      const text = [
        writeFacts(facts),
        ...(notices.length > 0 ? [writeSentences("notices", notices)] : []),
      ].join("\n");
      return [text, { facts, notices, requests }];
    },
    { name, description, schema, responseFormat: "content_and_artifact" },
  );
}

const runContextSchema = z.object({ asOf: daySchema });

function asOfIn({ configurable }: RunnableConfig, tool: string): Day {
  const context = runContextSchema.safeParse(configurable);
  if (context.success) return context.data.asOf;
  const given: unknown = configurable?.asOf;
  throw new DeskError(
    "configuration",
    `${tool} needs config.configurable.asOf, a day of the form YYYY-MM-DD, and was given ${JSON.stringify(given) ?? "none"}.`,
    { facts: { tool, asOf: given } },
  );
}

function toFact(
  { path, label, value, unit, ...own }: Finding,
  found: Findings,
  { tool, args }: Pick<Fact, "tool"> & { readonly args: Arguments },
): Fact {
  const currency = unit === "currency" ? (own.currency ?? null) : null;
  return {
    id: `${args.symbol}:${path}`,
    tool,
    args,
    path,
    label,
    value,
    unit,
    currency,
    asOf: own.asOf ?? found.asOf ?? null,
    availableAt: own.availableAt ?? own.asOf ?? found.availableAt ?? found.asOf ?? null,
    source: found.source,
    note: own.note ?? missing(value, unit, currency),
  };
}

/** What the source did not say of a fact; null where nothing is missing. */
function missing(value: Finding["value"], unit: FactUnit, currency: string | null): string | null {
  if (value === null) return "not given by the source";
  if (unit === "currency" && currency === null) return "the source does not say in what currency";
  return null;
}
