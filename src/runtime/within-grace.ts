/**
 * Waits for work that its signal ends, and once that is aborted only a while longer: work that does not
 * react is left to itself.
 *
 * @param graceMs how long after the abort
 * @throws the signal's reason when the while is over
 */
export async function withinGrace<T>(
  work: Promise<T>,
  signal: AbortSignal,
  graceMs: number,
): Promise<T> {
  const over = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => over.reject(signal.reason), graceMs);
  };
  signal.addEventListener("abort", begin, { once: true });
  if (signal.aborted) begin();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", begin);
  }
}
