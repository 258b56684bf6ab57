import { type AnalystName, analystNode } from "./analyst.ts";
import type { Depth } from "./depth.ts";
import type { PlannedGroup } from "./planned-group.ts";
import { researchers, reviewers } from "./role.ts";

/** The dispatcher's branches: the group whose nodes are the steps of an analysis. */
export const ANALYSTS = "analysts";

/** Who comes to work in an analysis, in this order; what the depth leaves out is not there. */
export function analysisGroups({
  analysts,
  depth,
}: {
  readonly analysts: readonly AnalystName[];
  readonly depth: Depth;
}): PlannedGroup[] {
  const debate: PlannedGroup = { name: "researchers", nodes: [...researchers], how: "parallel" };
  const review: PlannedGroup = { name: "reviewers", nodes: [...reviewers], how: "parallel" };
  return [
    byCode("dispatcher"),
    { name: ANALYSTS, nodes: analysts.map(analystNode), how: "parallel" },
    byCode("merge"),
    byCode("recall"),
    ...(depth === "quick" ? [] : [debate]),
    ...(depth === "deep" ? [alone("trader"), review] : []),
    alone("portfolio_manager"),
    byCode("audit"),
  ];
}

function alone(node: string): PlannedGroup {
  return { name: node, nodes: [node], how: "sequential" };
}

function byCode(node: string): PlannedGroup {
  return { name: node, nodes: [node], how: "code" };
}
