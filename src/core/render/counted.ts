/** A number of things. @example counted(2, "entry", "entries") // "2 entries" */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
