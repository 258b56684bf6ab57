import type { ComponentChildren } from "preact";

interface PartProps {
  /** Where a link within the page leads to. */
  readonly id: string;
  readonly title: string;
  /** In few words beside the title. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a report with its title. */
export function Part({ id, title, aside, children }: PartProps) {
  return (
    <section class="part" id={id} aria-labelledby={`${id}-title`}>
      <div class="part-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside === undefined ? null : <p class="quiet">{aside}</p>}
      </div>
      {children}
    </section>
  );
}
