import type { AnalystName } from "#core/analyst.ts";
import type { Role } from "#core/role.ts";

/** The node of an analyst: the name of its role. */
export function analystNode(name: AnalystName): `${AnalystName}_analyst` {
  return `${name}_analyst`;
}

/** The name of a node's model calls in a trace, whichever model answers. */
export function modelSpan(role: Role): `${Role}_model` {
  return `${role}_model`;
}
