import type { CheckedChain } from "../../../../web/api.ts";

type SoundChain = Extract<CheckedChain, { name: string }>;

/** Who would come to work in a chain, group by group; those of one group stand beneath each other. */
export function ChainFlow({ chain }: { readonly chain: SoundChain }) {
  return (
    <>
      <ol class="flow" aria-label={`Groups of ${chain.name}`}>
        {chain.groups.map(({ name, agents }) => (
          <li key={name} class={agents.length > 1 ? "stage stage-parallel" : "stage"}>
            {agents.length > 1 ? <span class="stage-name">{name}: at once</span> : null}
            <ul>
              {agents.map((agent) => (
                <li key={agent} class="stage-agent">
                  {agent}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <details class="drawing">
        <summary>As a Mermaid drawing</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <pre tabIndex={0}>{chain.drawing}</pre>
      </details>
    </>
  );
}
