import { useEffect, useState } from "preact/hooks";
import type { CheckedChain } from "../../../../web/api.ts";
import { post, wordsOfError } from "../ask.ts";

/** What is known of a chain's text: the last answer, and what was said instead of one. */
export interface ChainCheck {
  readonly checked: CheckedChain | null;
  readonly error: string | null;
}

const QUIET_MS = 300;

/** Has a chain's text checked whenever nobody has typed for a moment. */
export function useChainCheck(chain: string): ChainCheck {
  const [check, setCheck] = useState<ChainCheck>({ checked: null, error: null });
  useEffect(() => {
    if (chain.trim() === "") {
      setCheck({ checked: null, error: null });
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      post<CheckedChain>("/api/chains/check", { chain }, asking.signal)
        .then((checked) => setCheck({ checked, error: null }))
        .catch((thrown) => {
          if (!asking.signal.aborted) setCheck({ checked: null, error: wordsOfError(thrown) });
        });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [chain]);
  return check;
}
