import type { ModelChoice } from "#core/desk-choice.ts";
import { DeskError, quoted, usageError } from "#core/errors.ts";
import { type Role, researchers, reviewers, roles } from "#core/role.ts";

/** The model that needs neither a key nor a network. */
export const RULES = "rules";

/** Names that stand for roles, or for several. */
const groups: Readonly<Record<string, readonly Role[]>> = {
  analysts: roles.filter((role) => role.endsWith("_analyst")),
  debate: researchers,
  reviewers,
  manager: ["portfolio_manager"],
};

/**
 * Reads `ROLE=NAME[,ROLE=NAME]`. A role's own name wins over its group's.
 *
 * @throws DeskError `usage` naming the roles
 */
export function readModelFor(text: string): ModelChoice["modelFor"] {
  const pairs = text.split(",").map((pair) => {
    const [name = "", ...model] = pair.split("=");
    if (model.join("=").trim() === "") {
      throw new DeskError("usage", `${quoted(pair)} names no model: write ROLE=NAME.`);
    }
    return { name: name.trim(), model: model.join("=").trim() };
  });
  const grouped = pairs.flatMap(({ name, model }) =>
    (groups[name] ?? []).map((role) => [role, model] as const),
  );
  const own = pairs.flatMap(({ name, model }) => {
    if (Object.hasOwn(groups, name)) return [];
    const role = roles.find((known) => known === name);
    if (role === undefined) throw usageError("role", name, [...Object.keys(groups), ...roles]);
    return [[role, model] as const];
  });
  return Object.fromEntries([...grouped, ...own]);
}

/** Every model that a run may ask, each once; the first is the one that most roles have. */
export function modelsOf(model: string, { modelFor, fallbacks }: ModelChoice): string[] {
  return [...new Set([model, ...Object.values(modelFor), ...fallbacks])];
}

/** The models in words, for results: `a; portfolio_manager: b; then c`. */
export function describeModels(model: string, { modelFor, fallbacks }: ModelChoice): string {
  const own = Object.entries(modelFor).filter(([, name]) => name !== model);
  return [
    model,
    ...own.map(([role, name]) => `${role}: ${name}`),
    ...(fallbacks.length > 0 ? [`then ${fallbacks.join(", ")}`] : []),
  ].join("; ");
}
