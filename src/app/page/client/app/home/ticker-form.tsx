import type { ComponentChildren } from "preact";
import { ErrorNote } from "../parts/error-note.tsx";

interface TickerFormProps {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly type: (value: string) => void;
  readonly busy: boolean;
  readonly error: string | null;
  readonly send: () => void;
  /** Options. */
  readonly children?: ComponentChildren;
}

/** One ticker, and a button. What is wrong with it is said beneath it. */
export function TickerForm(props: TickerFormProps) {
  const { label, action, value, type, busy, error, send, children } = props;
  return (
    <form
      class="ticker-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="send-row">
        <input
          class="ticker"
          name="ticker"
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : "ticker-error"}
          placeholder="AAPL"
          value={value}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          data-main
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <button type="submit" class="main-button" disabled={busy}>
          {action}
        </button>
      </div>
      <ErrorNote words={error} id="ticker-error" />
      {children}
    </form>
  );
}
