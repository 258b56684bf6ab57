import type { StartRequest } from "../../../web/api.ts";

/** What can be begun, in the order in which it is offered. */
export const startKinds = [
  "analysis",
  "watchlist",
  "contest",
  "chain",
] as const satisfies readonly StartRequest["kind"][];

export type StartKind = StartRequest["kind"];

/** What the page shows, as its address says. */
export type Route =
  | { readonly view: "home"; readonly kind: StartKind }
  | { readonly view: "run"; readonly id: string }
  | { readonly view: "list"; readonly id: string }
  | { readonly view: "compare"; readonly a: string; readonly b: string }
  | { readonly view: "nothing"; readonly path: string };

/** @param url its path; what stands behind a `?` says nothing */
export function routeOf(url: string): Route {
  const { pathname } = new URL(url, "http://page");
  if (pathname === "/") return { view: "home", kind: "analysis" };
  const [, view = "", ...parts] = pathname.split("/");
  const [id = "", other = ""] = parts.map(decoded);
  const kind = startKinds.find((one) => one === id);
  if (view === "compare" && parts.length === 2) return { view, a: id, b: other };
  if (view === "runs" && parts.length === 1) return { view: "run", id };
  if (view === "lists" && parts.length === 1) return { view: "list", id };
  if (view === "new" && parts.length === 1 && kind !== undefined) return { view: "home", kind };
  return { view: "nothing", path: pathname };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function runPath(id: string): string {
  return `/runs/${encodeURIComponent(id)}`;
}

export function listPath(id: string): string {
  return `/lists/${encodeURIComponent(id)}`;
}

export function comparePath(a: string, b: string): string {
  return `/compare/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

/** Where something of a kind is begun. */
export function startPath(kind: StartKind): string {
  return kind === "analysis" ? "/" : `/new/${kind}`;
}
