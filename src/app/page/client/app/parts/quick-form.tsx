import { useState } from "preact/hooks";
import { useStart } from "../home/use-start.ts";
import { ErrorNote } from "./error-note.tsx";

/** One ticker more, from wherever one is. */
export function QuickForm() {
  const [ticker, setTicker] = useState("");
  const { busy, error, start } = useStart();
  return (
    <form
      class="quick-form"
      onSubmit={async (event) => {
        event.preventDefault();
        await start({ kind: "analysis", ticker: ticker.trim(), options: {} });
      }}
    >
      <input
        class="ticker"
        name="ticker"
        aria-label="Ticker"
        aria-invalid={error !== null}
        placeholder="AAPL"
        value={ticker}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        required
        data-main
        onInput={({ currentTarget }) => setTicker(currentTarget.value)}
      />
      <button type="submit" class="main-button" disabled={busy}>
        Analyze
      </button>
      <ErrorNote words={error} />
    </form>
  );
}
