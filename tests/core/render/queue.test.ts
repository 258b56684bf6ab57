import { expect, it } from "vitest";
import { renderQueue } from "#core/render/queue.ts";
import type { QueuedJob } from "#core/run-queue.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const job: QueuedJob = {
  runId: "20261121T115500Z-AAPL-4f3a",
  state: "active",
  worker: "desk-1:4711",
  since: NOW - 65_000,
  attempt: 2,
  reason: null,
};

it("a queue is its counts, and a row for each run", () => {
  const counts = { active: 1, waiting: 3, failed: 0 };
  const [sums, , header, , row] = renderQueue({ counts, jobs: [job] }, NOW).split("\n");
  expect(sums).toBe("1 active, 3 waiting, 0 failed.");
  expect(cells(header)).toEqual(["Run", "State", "For", "Attempt", "Worker", "Reason"]);
  expect(cells(row)).toEqual([job.runId, "active", "1 min", "2", "desk-1:4711", "-"]);
});

it("an empty queue is its counts alone", () => {
  const counts = { active: 0, waiting: 0, failed: 0 };
  expect(renderQueue({ counts, jobs: [] }, NOW)).toBe("0 active, 0 waiting, 0 failed.\n");
});

it("a reason can neither begin a line of its own nor move the terminal", () => {
  const reason = "no | such\n# thing\u001b[2J";
  const counts = { active: 0, waiting: 0, failed: 1 };
  const text = renderQueue({ counts, jobs: [{ ...job, reason }] }, NOW);
  expect(text).not.toContain("\u001b");
  expect(text.trimEnd().split("\n")).toHaveLength(5);
});

function cells(line = ""): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
