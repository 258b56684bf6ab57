import { useDraft } from "../drafts.ts";
import type { FormProps } from "./analysis-form.tsx";
import { type Chosen, optionsIn } from "./chosen-options.ts";
import { TextField } from "./option-fields.tsx";
import { OptionFold } from "./option-fold.tsx";
import { SharedOptions } from "./shared-options.tsx";
import { TickerForm } from "./ticker-form.tsx";
import { useStart } from "./use-start.ts";

/** Begins a contest of strategies on one ticker. */
export function ContestForm({ choices }: FormProps) {
  const [ticker, setTicker] = useDraft("contest-ticker", "");
  const [chosen, choose] = useDraft<Chosen>("contest", {});
  const { busy, error, start } = useStart();
  const put = { chosen, choose };
  return (
    <TickerForm
      label="Ticker for strategies"
      action="Let them compete"
      value={ticker}
      type={setTicker}
      busy={busy}
      error={error}
      send={() => start({ kind: "contest", ticker: ticker.trim(), options: optionsIn(chosen) })}
    >
      <OptionFold chosen={chosen} clear={() => choose({})}>
        <TextField
          name="models"
          label="Authors, with commas"
          hint={choices?.authors.join(",") ?? "rules"}
          list="known-authors"
          {...put}
        />
        <datalist id="known-authors">
          {choices?.authors.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField name="from" label="Bars from" type="date" {...put} />
        <SharedOptions choices={choices} {...put} />
      </OptionFold>
    </TickerForm>
  );
}
