import { z } from "zod";

/**
 * How much is argued before the decision. `quick`: nothing; `standard`: a bull and a bear on the
 * merged reports; `deep`: a trader's plan and its reviewers too.
 */
export const depths = ["quick", "standard", "deep"] as const;

export const depthSchema = z.enum(depths);
export type Depth = z.infer<typeof depthSchema>;

/** A debate that has not moved anyone in so many rounds will not in another. */
export const MOST_ROUNDS = 5;

export const roundsSchema = z.int().min(1).max(MOST_ROUNDS);
