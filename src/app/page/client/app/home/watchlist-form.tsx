import { counted } from "#core/render/counted.ts";
import { useDraft } from "../drafts.ts";
import { ErrorNote } from "../parts/error-note.tsx";
import type { FormProps } from "./analysis-form.tsx";
import { AnalysisOptions } from "./analysis-options.tsx";
import { type Chosen, optionsIn } from "./chosen-options.ts";
import { TextField } from "./option-fields.tsx";
import { OptionFold } from "./option-fold.tsx";
import { useStart } from "./use-start.ts";

/** Begins an analysis of each of many tickers. */
export function WatchlistForm({ choices }: FormProps) {
  const [tickers, setTickers] = useDraft("tickers", "");
  const [chosen, choose] = useDraft<Chosen>("watchlist", {});
  const { busy, error, start } = useStart();
  const put = { chosen, choose };
  const count = tickers.split(/[\s,;]+/).filter((ticker) => ticker !== "").length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start({ kind: "watchlist", tickers, options: optionsIn(chosen) });
      }}
    >
      <div class="send-row">
        <textarea
          class="tickers"
          name="tickers"
          rows={2}
          aria-label="Tickers"
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : "tickers-error"}
          placeholder="AAPL MSFT NVDA …"
          spellcheck={false}
          required
          value={tickers}
          onInput={({ currentTarget }) => setTickers(currentTarget.value)}
        />
        <button type="submit" class="main-button" disabled={busy}>
          {count < 2 ? "Analyze" : `Analyze ${counted(count, "ticker", "tickers")}`}
        </button>
      </div>
      <ErrorNote words={error} id="tickers-error" />
      <OptionFold chosen={chosen} clear={() => choose({})}>
        <TextField name="max-workers" label="Tickers at once" type="number" hint="8" {...put} />
        <TextField
          name="timeout"
          label="Time for all, seconds"
          type="number"
          hint="none"
          {...put}
        />
        <AnalysisOptions choices={choices} {...put} />
      </OptionFold>
    </form>
  );
}
