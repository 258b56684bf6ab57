import type { AnalystName } from "#core/analyst.ts";

/** The node of an analyst: the name of its role. */
export function analystNode(name: AnalystName): `${AnalystName}_analyst` {
  return `${name}_analyst`;
}
