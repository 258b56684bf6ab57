import type { ComponentChildren } from "preact";

/** Terms and what is to be said of them; null is left out. */
export function Facts({ of }: { readonly of: Readonly<Record<string, ComponentChildren>> }) {
  const told = Object.entries(of).filter(([, text]) => text !== null);
  return (
    <dl class="facts">
      {told.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
