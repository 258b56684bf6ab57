interface TickerInputProps {
  readonly label: string;
  readonly value: string;
  readonly type: (value: string) => void;
  /** The id of what says what is wrong with it; null where nothing is. */
  readonly wrong: string | null;
}

/** Where a ticker is typed. */
export function TickerInput({ label, value, type, wrong }: TickerInputProps) {
  return (
    <input
      class="ticker"
      name="ticker"
      aria-label={label}
      aria-invalid={wrong !== null}
      aria-describedby={wrong ?? undefined}
      placeholder="AAPL"
      value={value}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      required
      data-main
      onInput={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
