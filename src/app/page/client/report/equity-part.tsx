import { gainText } from "#core/render/fractions.ts";
import { type EquityCurves, HEIGHT, WIDTH } from "./equity-curves.ts";
import { Part } from "./part.tsx";

/** What became of the money with every strategy, each beside buying and holding. */
export function EquityPart({ equity }: { readonly equity: EquityCurves }) {
  const { curves, hold, start } = equity;
  return (
    <Part
      id="equity"
      title="Equity"
      aside={`Out of sample, all on one scale; dashed: buy and hold, ${gainText(hold.end - 1)}.`}
    >
      <ul class="equities">
        {curves.map(({ author, colour, path, end }) => (
          <li key={author}>
            <p class="equity-head">
              <span>{author}</span> <strong>{gainText(end - 1)}</strong>
            </p>
            <svg
              viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path class="start" d={`M0 ${start}H${WIDTH}`} />
              <path class="hold line-hold" d={hold.path} />
              <path class={colour} d={path} />
            </svg>
          </li>
        ))}
      </ul>
    </Part>
  );
}
