import type { Plan } from "#core/debate.ts";
import { levelText } from "#core/render/wording.ts";
import { Line } from "./markdown.tsx";

interface LevelsProps {
  readonly levels: Plan["levels"];
  /** What the audit calls them: `decision.levels`. */
  readonly where: string;
}

/** Prices to act by, each with its source. */
export function Levels({ levels: { currency, ...levels }, where }: LevelsProps) {
  return (
    <dl class="levels">
      {(["entry", "stop", "target"] as const).map((name) => (
        <div key={name}>
          <dt>
            <span class={`swatch level-${name}`} />
            {name}
          </dt>
          <dd>
            <Line text={levelText(levels[name], currency)} where={`${where}.${name}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
