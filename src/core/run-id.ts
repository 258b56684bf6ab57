/**
 * A run's name: its start in UTC, its symbol in letters that fit a file name, and four that tell
 * runs of the same second apart: `20261121T103000Z-AAPL-4f3a`.
 *
 * @param random 0 to 1, 1 excluded
 */
export function runId(symbol: string, startedAt: number, random: number): string {
  const time = new Date(startedAt).toISOString().replace(/[-:]|\.\d+/g, "");
  const tail = Math.floor(random * 0x10000)
    .toString(16)
    .padStart(4, "0");
  return `${time}-${symbol.replace(/[^A-Z0-9.-]/g, "_")}-${tail}`;
}

/** Whether a text is such a name. One that is can be no path out of its folder. */
export function isRunId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[A-Z0-9._-]+-[0-9a-f]{4}$/.test(text);
}
