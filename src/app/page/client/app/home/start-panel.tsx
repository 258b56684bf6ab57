import type { FunctionComponent } from "preact";
import { Link } from "../navigation.tsx";
import { type StartKind, startKinds, startPath } from "../route.ts";
import { AnalysisForm, type FormProps } from "./analysis-form.tsx";
import { ChainForm } from "./chain-form.tsx";
import { ContestForm } from "./contest-form.tsx";
import { startWords } from "./start-words.ts";
import { useChoices } from "./use-choices.ts";
import { WatchlistForm } from "./watchlist-form.tsx";

interface Start {
  readonly says: string;
  readonly Form: FunctionComponent<FormProps>;
}

const starts: Readonly<Record<StartKind, Start>> = {
  analysis: { says: "A desk of analysts looks at one ticker, all at once.", Form: AnalysisForm },
  watchlist: { says: "The same desk, over many tickers.", Form: WatchlistForm },
  contest: {
    says: "Authors write a trading strategy each; a sandbox measures them.",
    Form: ContestForm,
  },
  chain: { says: "Agents of your own, one after another or side by side.", Form: ChainForm },
};

/** What can be begun, one kind at a time. */
export function StartPanel({ kind }: { readonly kind: StartKind }) {
  const choices = useChoices();
  const { Form, says } = starts[kind];
  return (
    <section class="start" data-kind={kind} aria-labelledby="start-title">
      <h1 id="start-title" class="unseen">
        Start
      </h1>
      <nav class="kinds" aria-label="What to start">
        {startKinds.map((one) => (
          <Link key={one} to={startPath(one)} class="kind-choice" current={one === kind}>
            {startWords[one]}
          </Link>
        ))}
      </nav>
      <p class="says quiet">{says}</p>
      <Form choices={choices} />
      {choices === null || choices.usual.notice === null ? null : (
        <p class="notice">{choices.usual.notice}</p>
      )}
    </section>
  );
}
