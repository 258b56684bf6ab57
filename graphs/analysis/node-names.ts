import type { Role } from "#core/role.ts";

/** The name of a node's model calls in a trace, whichever model answers. */
export function modelSpan(role: Role): `${Role}_model` {
  return `${role}_model`;
}
