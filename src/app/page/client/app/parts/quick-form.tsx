import { useState } from "preact/hooks";
import { useStart } from "../home/use-start.ts";
import { ErrorNote } from "./error-note.tsx";
import { TickerInput } from "./ticker-input.tsx";

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
      <TickerInput
        label="Ticker"
        value={ticker}
        type={setTicker}
        wrong={error === null ? null : "quick-error"}
      />
      <button type="submit" class="main-button" disabled={busy}>
        Analyze
      </button>
      <ErrorNote words={error} id="quick-error" />
    </form>
  );
}
