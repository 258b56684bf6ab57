import { recordSection } from "#core/render/record-section.ts";
import type { TrackRecord } from "#core/review/track-record.ts";
import { Markdown } from "./markdown.tsx";
import { Part } from "./part.tsx";

const HEADING = /^## .*\n+/;

/** How earlier decisions turned out, as the portfolio manager was told. */
export function DeskRecord({ record }: { readonly record: TrackRecord | null }) {
  const text = recordSection(record).replace(HEADING, "");
  if (text === "") return null;
  return (
    <Part id="record" title="Track record">
      <Markdown text={text} />
    </Part>
  );
}
