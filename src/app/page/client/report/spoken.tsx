import type { ComponentChildren } from "preact";
import { duration } from "#core/render/duration.ts";

interface SpokenProps {
  readonly title: string;
  readonly badge: ComponentChildren;
  /** The model that wrote it; null where it does not say. */
  readonly model: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly children: ComponentChildren;
}

/** What somebody has said, under who said it, what it comes to and how long it took. */
export function Spoken({ title, badge, model, startedAt, endedAt, children }: SpokenProps) {
  return (
    <article class="said">
      <header class="said-head">
        <h3>{title}</h3>
        {badge}
        <span class="said-by quiet">
          {model === null ? "" : `${model} · `}
          {duration(Date.parse(endedAt) - Date.parse(startedAt))}
        </span>
      </header>
      {children}
    </article>
  );
}
