import { useContext, useEffect, useRef } from "preact/hooks";
import { counted } from "#core/render/counted.ts";
import { BookContext } from "./book-context.ts";
import { Part } from "./part.tsx";

/** Every source that the figures have, by the numbers that stand behind them on paper. */
export function Sources() {
  const { notes } = useContext(BookContext);
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = () => box.current?.setAttribute("open", "");
    window.addEventListener("beforeprint", open);
    return () => window.removeEventListener("beforeprint", open);
  }, []);
  if (notes.length === 0) return null;
  return (
    <Part id="sources" title="Sources of the figures">
      <details ref={box}>
        <summary>{counted(notes.length, "source", "sources")}</summary>
        <ol class="sources">
          {notes.map(({ status, what, facts }) => (
            <li key={what}>
              {status === "derived" ? <p>{what}</p> : null}
              {facts.map(({ label, value, origin }) => (
                <p key={label}>
                  {label}: <strong>{value}</strong> <span class="quiet">{origin}</span>
                </p>
              ))}
            </li>
          ))}
        </ol>
      </details>
    </Part>
  );
}
