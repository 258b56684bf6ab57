import { printable } from "#core/render/printable.ts";

/**
 * Reads what the server sends, or a file holds. Whatever a name, a title or an error holds, it can hide nothing and turn
 * nothing around when it is shown.
 *
 * @param except fields whose texts are left as they are, for whoever puts them together first
 */
export function printableJson<Value>(json: string, except: readonly string[] = []): Value {
  return JSON.parse(json, (field, value: unknown) =>
    typeof value === "string" && !except.includes(field) ? printable(value) : value,
  );
}
