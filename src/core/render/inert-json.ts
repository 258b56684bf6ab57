/**
 * A value as JSON that can move no terminal: control, format, private and unassigned characters are
 * written as \uXXXX. It reads back as the same value.
 */
export function inertJson(value: object): string {
  return JSON.stringify(value).replace(/\p{C}+/gu, escapes);
}

function escapes(characters: string): string {
  return Array.from({ length: characters.length }, (_, at) => {
    return `\\u${characters.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
