import { duration } from "#core/render/duration.ts";
import { usdText } from "#core/render/usd.ts";
import type { RequestCount } from "#core/tool-result.ts";
import type { Usage as Used } from "#core/usage.ts";
import { Part } from "./part.tsx";
import type { UsageRow } from "./usage-rows.ts";
import { WideTable } from "./wide-table.tsx";

interface UsageProps {
  readonly rows: readonly UsageRow[];
  /** What those are called who have worked. */
  readonly worker?: string;
  readonly total: Used;
  readonly wallMs: number;
  readonly requests: RequestCount | null;
  /** Where figures came from; null where none were asked for. */
  readonly source: string | null;
}

const count = (tokens: number | null) =>
  tokens === null ? "unknown" : tokens.toLocaleString("en-US");

/** What the run used and cost, by who worked, and what was asked of the source. */
export function Usage({ rows, worker = "Agent", total, wallMs, requests, source }: UsageProps) {
  return (
    <Part id="usage" title="Usage and cost">
      <WideTable label={`Usage by ${worker.toLowerCase()}`}>
        <table class="usage">
          <thead>
            <tr>
              {[
                worker,
                "Model",
                "Time",
                "Tokens in",
                "of them cached",
                "Tokens out",
                "of them reasoning",
                "Cost",
              ].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.who} row={row} />
            ))}
          </tbody>
          <tfoot>
            <Row row={{ who: "All", model: null, ms: wallMs, usage: total }} />
          </tfoot>
        </table>
      </WideTable>
      {requests === null ? null : (
        <p class="quiet requests">
          {source === null ? "" : `Data from ${source}. `}Requests: {requests.upstream} upstream,{" "}
          {requests.cacheHits} from the cache, {requests.coalesced} shared in flight.
        </p>
      )}
    </Part>
  );
}

function Row({ row: { who, model, ms, usage } }: { readonly row: UsageRow }) {
  return (
    <tr>
      <th scope="row">{who}</th>
      <td>{model ?? ""}</td>
      <td>{ms === null ? "" : duration(ms)}</td>
      <td>{count(usage.inputTokens)}</td>
      <td>{count(usage.cachedTokens)}</td>
      <td>{count(usage.outputTokens)}</td>
      <td>{count(usage.reasoningTokens)}</td>
      <td>{usdText(usage.usd)}</td>
    </tr>
  );
}
