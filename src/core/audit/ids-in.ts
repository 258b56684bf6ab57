/** The ids of the facts that a derivation names, each once. */
export function idsIn(derivation: string): string[] {
  const ids = derivation.match(/\S+:[\w.]+/g) ?? [];
  return [...new Set(ids.map((id) => id.replace(/^\(+/, "")))];
}
