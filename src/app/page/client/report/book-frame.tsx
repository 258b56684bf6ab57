import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Audit } from "#core/audit/audit.ts";
import type { Fact } from "#core/fact.ts";
import { BookContext } from "./book-context.ts";
import { figureBook } from "./figure-book.ts";
import { FigureNote } from "./figure-note.tsx";

interface FrameProps {
  readonly audit: Audit;
  readonly facts: readonly Fact[];
  readonly children: ComponentChildren;
}

/** A report whose figures tell where they come from. */
export function BookFrame({ audit, facts, children }: FrameProps) {
  const root = useRef<HTMLDivElement>(null);
  const book = useMemo(() => figureBook(audit, facts), [audit, facts]);
  return (
    <BookContext.Provider value={book}>
      <div class="report" ref={root}>
        {children}
        <FigureNote root={root} />
      </div>
    </BookContext.Provider>
  );
}
