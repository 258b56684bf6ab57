import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { fadeEdges } from "../fade-edges.ts";

interface WideTableProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A table that moves within its own bounds where it is too wide, by keys too. */
export function WideTable({ label, children }: WideTableProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current?.setAttribute("tabindex", "0");
    return box.current === null ? undefined : fadeEdges(box.current);
  }, []);
  return (
    <section class="scroll" aria-label={label} ref={box}>
      {children}
    </section>
  );
}
