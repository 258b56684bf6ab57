import type { StartRequest } from "../../../../web/api.ts";

/** Options as somebody has filled them in: what is left empty is left to the server. */
export type Chosen = Readonly<Record<string, string>>;

/** What is sent of them, and only what was said. */
export function optionsIn(chosen: Chosen): StartRequest["options"] {
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([name, value]) =>
      value.trim() === "" ? [] : [[name, value.trim()]],
    ),
  );
}

/**
 * A list that is written with commas, with one more in it or one less; empty where all are in it. The last
 * one stays.
 */
export function toggled(list: string, one: string, all: readonly string[]): string {
  const now = list === "" ? all : list.split(",");
  const next = all.filter((name) => (name === one ? !now.includes(one) : now.includes(name)));
  if (next.length === 0) return list;
  return next.length === all.length ? "" : next.join(",");
}

/** Whether one is in such a list. */
export function isIn(list: string, one: string): boolean {
  return list === "" || list.split(",").includes(one);
}
