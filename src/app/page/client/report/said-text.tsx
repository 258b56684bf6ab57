import type { ToolCallRecord } from "#core/report.ts";
import { Markdown } from "./markdown.tsx";
import { ToolCalls } from "./tool-calls.tsx";

interface SaidTextProps {
  /** null where nothing was said. */
  readonly text: string | null;
  /** How the audit calls it. */
  readonly where: string;
  /** Whether the model's output limit ended it. */
  readonly cut: boolean;
  readonly notices: readonly string[];
  readonly calls: readonly ToolCallRecord[];
}

/** What somebody has written, what a reader must know of it, and the calls behind it. */
export function SaidText({ text, where, cut, notices, calls }: SaidTextProps) {
  return (
    <>
      {text === null ? null : <Markdown text={text} where={where} />}
      {cut ? <p class="quiet">Cut off here by the model's output limit.</p> : null}
      {notices.length === 0 ? null : (
        <ul class="about">
          {[...new Set(notices)].map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <ToolCalls calls={calls} />
    </>
  );
}
