/** A column of a table: its title, and the side that its cells stand on. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A Markdown table that also reads as one where nobody renders it. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ title }, i) =>
    Math.max(3, title.length, ...rows.map((cells) => (cells[i] ?? "").length)),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const padded = (cells: readonly string[]) =>
    line(
      columns.map(({ align }, i) => {
        const [cell, width] = [cells[i] ?? "", widths[i] ?? 0];
        return align === "left" ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = line(
    columns.map(({ align }, i) => {
      const dashes = "-".repeat((widths[i] ?? 0) - (align === "left" ? 0 : 1));
      return align === "left" ? dashes : `${dashes}:`;
    }),
  );
  return [padded(columns.map(({ title }) => title)), rule, ...rows.map(padded)].join("\n");
}
