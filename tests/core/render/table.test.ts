import { describe, expect, it } from "vitest";
import { renderTable } from "#core/render/table.ts";

describe("a table", () => {
  it("stands in columns and is Markdown, each side where it is told", () => {
    const table = renderTable(
      [
        { title: "Day", align: "left" },
        { title: "Return", align: "right" },
      ],
      [
        ["2024-01-02", "+4.20 %"],
        ["2024-01-23", "-12.00 %"],
      ],
    );
    expect(table.split("\n")).toEqual([
      "| Day        |   Return |",
      "| ---------- | -------: |",
      "| 2024-01-02 |  +4.20 % |",
      "| 2024-01-23 | -12.00 % |",
    ]);
  });

  it("without rows is its head", () => {
    expect(renderTable([{ title: "A", align: "left" }], [])).toBe("| A   |\n| --- |");
  });
});
