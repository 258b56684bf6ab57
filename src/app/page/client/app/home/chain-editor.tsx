import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { ShownMistake } from "../../../../web/api.ts";

interface ChainEditorProps {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly mistakes: readonly ShownMistake[];
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** A chain as text, with the numbers of its lines; those with a mistake are marked. */
export function ChainEditor({ text, type, mistakes, area }: ChainEditorProps) {
  const gutter = useRef<HTMLOListElement>(null);
  const wrong = new Set(mistakes.map(({ line }) => line));
  const count = text.split("\n").length;
  return (
    <div class="editor">
      <ol class="gutter" ref={gutter} aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <li key={place} class={wrong.has(place + 1) ? "wrong" : undefined}>
            {place + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={area}
        name="chain"
        aria-label="Chain, as YAML or JSON"
        aria-invalid={mistakes.length > 0}
        aria-describedby="chain-check"
        spellcheck={false}
        wrap="off"
        rows={14}
        required
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
