import type { RatingChange } from "#core/company.ts";
import { dayOf } from "#core/day.ts";
import type { Summary } from "./schemas/summary.ts";

const actions: Readonly<Record<string, RatingChange["action"]>> = {
  up: "upgrade",
  down: "downgrade",
  init: "initiated",
  main: "maintained",
  reit: "reiterated",
};

/** What brokers said, newest first. One without a time or a firm is left out. */
export function ratingChangesOf({ upgradeDowngradeHistory }: Summary): RatingChange[] {
  const changes = (upgradeDowngradeHistory?.history ?? []).flatMap((sent) => {
    if (sent.epochGradeDate === null || sent.firm === null) return [];
    return [
      {
        date: dayOf(sent.epochGradeDate),
        firm: sent.firm,
        from: sent.fromGrade,
        to: sent.toGrade,
        action: actions[sent.action ?? ""] ?? "other",
        availableAt: new Date(sent.epochGradeDate).toISOString(),
      },
    ];
  });
  return changes.sort((a, b) => (a.availableAt > b.availableAt ? -1 : 1));
}
