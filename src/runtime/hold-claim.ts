import type { RunClaim } from "#core/run-store.ts";

const RENEW_EVERY_MS = 1_000;

/**
 * Renews a claim until it is let go of.
 *
 * @param onLost told once, why it could not be renewed
 * @returns lets go
 */
export function holdClaim(
  claim: Pick<RunClaim, "renew">,
  onLost: (reason: unknown) => void,
): () => void {
  let renewing = false;
  const letGo = () => clearInterval(timer);
  const timer = setInterval(async () => {
    if (renewing) return;
    renewing = true;
    try {
      await claim.renew();
    } catch (reason) {
      letGo();
      onLost(reason);
    } finally {
      renewing = false;
    }
  }, RENEW_EVERY_MS);
  return letGo;
}
