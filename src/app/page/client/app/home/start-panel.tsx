import type { StartRequest } from "../../../../web/api.ts";
import { Link } from "../navigation.tsx";
import { startPath } from "../route.ts";
import { AnalysisForm } from "./analysis-form.tsx";
import { ChainForm } from "./chain-form.tsx";
import { ContestForm } from "./contest-form.tsx";
import { useChoices } from "./use-choices.ts";
import { WatchlistForm } from "./watchlist-form.tsx";

const kinds = [
  {
    kind: "analysis",
    words: "Analysis",
    says: "A desk of analysts looks at one ticker, all at once.",
    Form: AnalysisForm,
  },
  {
    kind: "watchlist",
    words: "Watchlist",
    says: "The same desk, over many tickers.",
    Form: WatchlistForm,
  },
  {
    kind: "contest",
    words: "Strategies",
    says: "Authors write a trading strategy each; a sandbox measures them.",
    Form: ContestForm,
  },
  {
    kind: "chain",
    words: "Chain",
    says: "Agents of your own, one after another or side by side.",
    Form: ChainForm,
  },
] as const;

/** What can be begun, one kind at a time. */
export function StartPanel({ kind }: { readonly kind: StartRequest["kind"] }) {
  const choices = useChoices();
  const { Form, says } = kinds.find((one) => one.kind === kind) ?? kinds[0];
  return (
    <section class="start" data-kind={kind} aria-labelledby="start-title">
      <h1 id="start-title" class="unseen">
        Start
      </h1>
      <nav class="kinds" aria-label="What to start">
        {kinds.map((one) => (
          <Link
            key={one.kind}
            to={startPath(one.kind)}
            class="kind-choice"
            current={one.kind === kind}
          >
            {one.words}
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
