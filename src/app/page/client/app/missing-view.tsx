import { Link } from "./navigation.tsx";
import { useStatus } from "./status.ts";

/** What was asked for is not there. */
export function MissingView({ words }: { readonly words: string }) {
  useStatus("Not there", words);
  return (
    <section class="missing">
      <h1>Not there</h1>
      <p>{words}</p>
      <p>
        <Link to="/">To the history</Link>
      </p>
    </section>
  );
}
