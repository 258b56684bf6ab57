import { useRef } from "preact/hooks";
import { useDraft } from "../drafts.ts";
import { ErrorNote } from "../parts/error-note.tsx";
import type { FormProps } from "./analysis-form.tsx";
import { ChainEditor } from "./chain-editor.tsx";
import { ChainVerdict } from "./chain-verdict.tsx";
import { type Chosen, optionsIn } from "./chosen-options.ts";
import { lineSpan } from "./line-place.ts";
import { OptionFold } from "./option-fold.tsx";
import { ModelField, SharedOptions } from "./shared-options.tsx";
import { useChainCheck } from "./use-chain-check.ts";
import { useStart } from "./use-start.ts";

/** Begins a chain of agents, which is written here or taken from an example. */
export function ChainForm({ choices }: FormProps) {
  const [chain, setChain] = useDraft("chain", "");
  const [input, setInput] = useDraft("chain-input", "");
  const [chosen, choose] = useDraft<Chosen>("chain-options", {});
  const { busy, error, start } = useStart();
  const check = useChainCheck(chain);
  const area = useRef<HTMLTextAreaElement>(null);
  const put = { chosen, choose };

  const show = (line: number) => {
    const { from, to } = lineSpan(chain, line);
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
  };
  return (
    <form
      class="chain-form"
      onSubmit={(event) => {
        event.preventDefault();
        start({ kind: "chain", chain, input, options: optionsIn(chosen) });
      }}
    >
      <p class="examples">
        <span class="quiet">Begin from</span>
        {choices?.chains.map((example) => (
          <button
            key={example.name}
            type="button"
            class="choice"
            aria-pressed={chain === example.text}
            onClick={() => {
              setChain(example.text);
              setInput(example.input);
            }}
          >
            {example.name}
          </button>
        ))}
      </p>
      <div class="chain-halves">
        <ChainEditor
          text={chain}
          type={setChain}
          mistakes={check.checked?.mistakes ?? []}
          area={area}
        />
        <ChainVerdict check={check} show={show} />
      </div>
      {choices === null || choices.tools.length === 0 ? null : (
        <details class="tools">
          <summary>
            Tools that agents may call <span class="quiet">{choices.tools.length}</span>
          </summary>
          <ul>
            {choices.tools.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="send-row">
        <textarea
          name="input"
          rows={2}
          aria-label="Input of the chain"
          placeholder="What the first agents are given"
          value={input}
          onInput={({ currentTarget }) => setInput(currentTarget.value)}
        />
        <button type="submit" class="main-button" disabled={busy}>
          Run chain
        </button>
      </div>
      <ErrorNote words={error} />
      <OptionFold chosen={chosen} clear={() => choose({})}>
        <ModelField choices={choices} {...put} />
        <SharedOptions choices={choices} {...put} />
      </OptionFold>
    </form>
  );
}
