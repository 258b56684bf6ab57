import type { SaidArgument } from "#core/debate.ts";
import { titleOf } from "#core/render/wording.ts";
import { Line, Markdown } from "./markdown.tsx";
import { Part } from "./part.tsx";
import { Spoken } from "./spoken.tsx";

/** What bull and bear have argued, side by side, round by round. */
export function Debate({ debate }: { readonly debate: readonly SaidArgument[] }) {
  if (debate.length === 0) return null;
  const rounds = new Set(debate.map(({ round }) => round)).size;
  return (
    <Part id="debate" title="Debate">
      <div class="sides">
        {debate.map(({ speaker, round, argument, concession, conviction, ...by }) => {
          const where = `${speaker}.${round}`;
          const side = speaker === "bull_researcher" ? "gain" : "loss";
          return (
            <Spoken
              key={where}
              title={`${titleOf(speaker)}${rounds > 1 ? `, round ${round}` : ""}`}
              badge={<span class={`badge ${side}`}>conviction {conviction.toFixed(2)}</span>}
              {...by}
            >
              <Markdown text={argument} where={where} />
              <p class="concession">
                {concession === null ? (
                  "Grants the other side nothing."
                ) : (
                  <>
                    <strong>Grants:</strong>{" "}
                    <Line text={concession} where={`${where}.concession`} />
                  </>
                )}
              </p>
            </Spoken>
          );
        })}
      </div>
    </Part>
  );
}
