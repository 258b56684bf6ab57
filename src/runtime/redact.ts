const REDACTED = "[redacted]";

/** Anything shorter is no secret, and taking it out would tear ordinary words apart. */
const SHORTEST_SECRET = 8;

/**
 * Makes a copy of plain data in which every secret, wherever it stands in a text or a key, reads
 * "[redacted]". What JSON cannot hold (a function, undefined) is left out, as JSON does.
 *
 * @param secrets those of fewer than 8 characters are let be
 */
export function redactor(secrets: readonly string[]): <T>(value: T) => T {
  const hidden = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    // One that begins with another goes first, or its end would be left standing.
    .sort((a, b) => b.length - a.length);
  const clean = (text: string) =>
    hidden.reduce((cleaned, secret) => cleaned.replaceAll(secret, REDACTED), text);

  function copy(value: unknown): unknown {
    if (typeof value === "string") return clean(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), copy(part)]));
  }

  return (value) => {
    const plain = JSON.parse(JSON.stringify(value));
    return hidden.length === 0 ? plain : copy(plain);
  };
}
