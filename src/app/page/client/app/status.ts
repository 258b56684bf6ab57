import { useEffect } from "preact/hooks";
import { stored } from "./stored.ts";

/** What those who hear the page are told, once it is quiet. */
export const status = stored("");

const NAME = "Trading graph";

/** Says what is going on, and titles the page after it. */
export function useStatus(title: string | null, words: string): void {
  useEffect(() => {
    document.title = title === null ? NAME : `${title} · ${NAME}`;
  }, [title]);
  useEffect(() => status.set(words), [words]);
}
