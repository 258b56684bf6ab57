import { useState } from "preact/hooks";

/** What somebody has typed and not sent stays in this tab until it is sent or taken back. */
export function useDraft<T>(name: string, first: T): [T, (value: T) => void] {
  const key = `draft:${name}`;
  const [value, setValue] = useState<T>(() => kept(key) ?? first);
  const keep = (next: T) => {
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A tab that may keep nothing forgets it when it is left.
    }
  };
  return [value, keep];
}

function kept<T>(key: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
