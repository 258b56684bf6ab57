import type { TraceCheck } from "../trace-check.ts";

/** A line for each check, what holds it up or against it, and the verdict. */
export function renderTraceCheck(checks: readonly TraceCheck[], holds: boolean): string {
  const rows = checks.map(({ claim, holds: held, found }) => `${mark(held)}${claim}: ${found}`);
  const verdict = holds
    ? "Verdict: the work was done at once."
    : checks.some((check) => check.holds === false)
      ? "Verdict: the work was not done at once."
      : "Verdict: none. The run has nothing that it could be seen by.";
  return [...rows, "", verdict].join("\n");
}

function mark(holds: boolean | null): string {
  return (holds === null ? "not applicable" : holds ? "holds" : "FAILS").padEnd(16);
}
