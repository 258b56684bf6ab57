import { useEffect, useState } from "preact/hooks";

/** A value that anyone may read, and that tells when it changes. */
interface Stored<T> {
  get(): T;
  set(value: T): void;
  /** @returns how to be told no more */
  subscribe(tell: () => void): () => void;
}

export function stored<T>(first: T): Stored<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const tell of [...listeners]) tell();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

/** Its value now, and after each change. */
export function useStored<T>(store: Stored<T>): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    // It may have changed between the rendering and now.
    setValue(store.get);
    return store.subscribe(() => setValue(store.get));
  }, [store]);
  return value;
}
