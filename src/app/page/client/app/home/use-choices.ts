import { useEffect, useState } from "preact/hooks";
import type { Choices } from "../../../../web/api.ts";
import { ask } from "../ask.ts";
import { reachable } from "../reach.ts";
import { useStored } from "../stored.ts";

let known: Choices | null = null;

/** What may be asked; null until the server has said so. It is the same as long as the server runs. */
export function useChoices(): Choices | null {
  const [choices, setChoices] = useState(known);
  const there = useStored(reachable);
  useEffect(() => {
    if (!there) return;
    const asking = new AbortController();
    ask<Choices>("/api/choices", asking.signal)
      .then((answer) => {
        known = answer;
        setChoices(answer);
      })
      .catch(() => {});
    return () => asking.abort();
  }, [there]);
  return choices;
}
