/**
 * Browsers allow six connections to a server over all tabs. As many as these may be kept by tabs that
 * follow a run; what is left is for everything else.
 */
const SLOTS = ["events 1", "events 2", "events 3", "events 4"];

/** Takes one of the connections that may be kept. @returns how to give it back; null where none is left */
export async function takeSlot(): Promise<(() => void) | null> {
  for (const name of SLOTS) {
    const release = await lockIfFree(name);
    if (release !== null) return release;
  }
  return null;
}

function lockIfFree(name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      // It is held for as long as this is not over.
      return new Promise<void>((release) => resolve(release));
    });
  });
}
