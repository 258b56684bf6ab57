import { onTestFinished } from "vitest";
import { DeskError } from "#core/errors.ts";
import { createProvider, type ProviderOptions } from "#runtime/models/live/provider.ts";

export const KEY = "sk-canary-6f1d0b7e93";

/** A provider at an origin whose waits pass at once, on its clock too, and the waits that it took. */
export function openProvider(origin: string, options: Partial<ProviderOptions> = {}) {
  const waits: number[] = [];
  const passed = () => waits.reduce((sum, ms) => sum + ms, 0);
  const provider = createProvider({
    baseUrl: `${origin}/v1`,
    apiKey: KEY,
    wait: async (ms) => {
      waits.push(ms);
    },
    clock: { now: () => Date.now() + passed() },
    ...options,
  });
  onTestFinished(() => provider.close());
  return { provider, model: provider.model("some-model"), waits };
}

/** What a call failed with, which must be an error of the desk's. */
export async function failureOf(call: Promise<unknown>): Promise<DeskError> {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof DeskError) return thrown;
  throw new Error("the call did not fail with a DeskError", { cause: thrown });
}
