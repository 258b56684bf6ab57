import { useState } from "preact/hooks";
import type { Started, StartRequest } from "../../../../web/api.ts";
import { post, wordsOfError } from "../ask.ts";
import { goTo } from "../run/run-actions.tsx";

/** Begins something and goes there; what the server has against it is kept until the next try. */
export function useStart() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const start = async (request: StartRequest) => {
    setBusy(true);
    setError(null);
    await post<Started>("/api/runs", request)
      .then(goTo)
      .catch((thrown) => setError(wordsOfError(thrown)));
    setBusy(false);
  };
  return { busy, error, start };
}
