import { roles } from "#core/role.ts";

/**
 * What was said, by rounds and, within one, in the order of the roles: branches of one step come in the
 * order of their names.
 */
export function inTurn<T extends { readonly speaker: string; readonly round: number }>(
  said: readonly T[],
): T[] {
  const order: readonly string[] = roles;
  const place = ({ speaker }: T) => order.indexOf(speaker);
  return said.toSorted((a, b) => a.round - b.round || place(a) - place(b));
}
