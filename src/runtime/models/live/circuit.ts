import type { Clock } from "#core/ports.ts";

const FAILURES_TO_OPEN = 5;

export interface CircuitOptions {
  readonly clock: Clock;
  /** How long it stays open before one call may try again. */
  readonly openMs?: number;
  /** Whether what a call threw says that the other side is down. */
  readonly isDown: (thrown: unknown) => boolean;
  /** The error of a call that is not let through. */
  readonly rejection: (failures: number, againInMs: number) => Error;
}

export interface Circuit {
  run<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * Spares a provider that is down, and those who would wait for it: after five calls in a row that
 * failed for good, calls are rejected at once; after a while one is let through, and its success
 * closes the circuit. It counts calls, retries included, and not attempts: six calls in flight that
 * meet one short outage would open it otherwise, and then none of them could recover.
 */
export function createCircuit(options: CircuitOptions): Circuit {
  const { clock, openMs = 15_000, isDown, rejection } = options;
  let failures = 0;
  let openUntil: number | null = null;
  let probing = false;
  return {
    async run(call) {
      const probe = openUntil !== null;
      if (openUntil !== null) {
        const againInMs = openUntil - clock.now();
        if (probing || againInMs > 0) throw rejection(failures, Math.max(0, againInMs));
        probing = true;
      }
      try {
        const value = await call();
        failures = 0;
        openUntil = null;
        return value;
      } catch (thrown) {
        if (isDown(thrown)) {
          failures += 1;
          // A call that began before it opened says nothing new.
          const opens = probe || openUntil === null;
          if (opens && failures >= FAILURES_TO_OPEN) openUntil = clock.now() + openMs;
        }
        throw thrown;
      } finally {
        if (probe) probing = false;
      }
    },
  };
}
