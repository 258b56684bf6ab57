import { type Role, reviewers } from "#core/role.ts";
import type { FormWriter } from "../form-writer.ts";
import { bear, bull } from "../sides.ts";
import { portfolioManager } from "./portfolio-manager.ts";
import { researcher } from "./researcher.ts";
import { reviewer } from "./reviewer.ts";
import { trader } from "./trader.ts";

/** How the rules model plays each role that fills a form. */
export const formWriters: ReadonlyMap<Role, FormWriter> = new Map<Role, FormWriter>([
  ...[bull, bear].map((side) => [side.researcher, researcher(side)] as const),
  ["trader", trader],
  ...reviewers.map((role) => [role, reviewer(role)] as const),
  ["portfolio_manager", portfolioManager],
]);
