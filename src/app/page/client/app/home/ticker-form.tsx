import type { ComponentChildren } from "preact";
import { ErrorNote } from "../parts/error-note.tsx";
import { TickerInput } from "../parts/ticker-input.tsx";

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
        <TickerInput
          label={label}
          value={value}
          type={type}
          wrong={error === null ? null : "ticker-error"}
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
