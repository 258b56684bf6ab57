import type { ComponentChildren } from "preact";
import { Downloads } from "./downloads.tsx";

interface HeadProps {
  readonly title: string;
  readonly kind: string;
  readonly runId: string;
  /** Whether it stands in a file of its own. */
  readonly exported?: boolean;
  readonly children: ComponentChildren;
}

/** What a report is about, and the forms in which it can be had. */
export function ReportHead({ title, kind, runId, exported = false, children }: HeadProps) {
  return (
    <header class="masthead">
      <div class="masthead-row">
        <h1>
          <span class="symbol">{title}</span> <span class="kind">{kind}</span>
        </h1>
        <Downloads runId={runId} exported={exported} />
      </div>
      {children}
    </header>
  );
}
