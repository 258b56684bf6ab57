import { DeskError } from "../../errors.ts";
import { DAY_FORM, type Faulty } from "./bar-in-row.ts";

/** The dates are of another form when more than this share of all rows cannot be read. */
const MOST = 0.5;

/** @throws DeskError `bad_response` where the dates of most rows cannot be read: they mean something else */
export function requireLegibleDays(faulty: readonly Faulty[], rows: number, file: string): void {
  const illegible = faulty.filter(({ fault }) => fault === "no day");
  const [first] = illegible;
  if (first === undefined || illegible.length <= rows * MOST) return;
  const { line, detail } = first;
  throw new DeskError("bad_response", `"${file}", line ${line}: ${detail}, not ${DAY_FORM}.`, {
    facts: { file, line, illegible: illegible.length, ofRows: rows },
  });
}
