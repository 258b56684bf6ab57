import type { Choices } from "../../../../web/api.ts";
import { useDraft } from "../drafts.ts";
import { AnalysisOptions } from "./analysis-options.tsx";
import { type Chosen, optionsIn } from "./chosen-options.ts";
import { OptionFold } from "./option-fold.tsx";
import { TickerForm } from "./ticker-form.tsx";
import { useStart } from "./use-start.ts";

export interface FormProps {
  readonly choices: Choices | null;
}

/** Begins an analysis of one ticker. */
export function AnalysisForm({ choices }: FormProps) {
  const [ticker, setTicker] = useDraft("ticker", "");
  const [chosen, choose] = useDraft<Chosen>("analysis", {});
  const { busy, error, start } = useStart();
  return (
    <TickerForm
      label="Ticker"
      action="Analyze"
      value={ticker}
      type={setTicker}
      busy={busy}
      error={error}
      send={() => start({ kind: "analysis", ticker: ticker.trim(), options: optionsIn(chosen) })}
    >
      <OptionFold chosen={chosen} clear={() => choose({})}>
        <AnalysisOptions choices={choices} chosen={chosen} choose={choose} />
      </OptionFold>
    </TickerForm>
  );
}
