import type { Audit } from "#core/audit/audit.ts";
import { counted } from "#core/render/counted.ts";

/** How many figures the texts have, and how those look that come from where. */
export function AuditLine({ audit }: { readonly audit: Audit }) {
  const { figures, sourced, derived, unsourced } = audit;
  if (figures === 0) return null;
  return (
    <p class="audit-line">
      {counted(figures, "figure", "figures")} audited:{" "}
      <span class="mark-key sourced">{sourced} sourced</span>,{" "}
      <span class="mark-key derived">{derived} derived</span>,{" "}
      <span class={unsourced > 0 ? "mark-key unsourced" : undefined}>{unsourced} unsourced</span>
    </p>
  );
}
