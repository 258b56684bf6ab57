import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { Fact, FactUnit } from "#core/fact.ts";
import { writeFacts } from "#core/fact-lines.ts";
import { figure } from "#core/figure.ts";
import { type Role, roleLine } from "#core/role.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";

export const SYMBOL = "ACME";
export const AS_OF = "2026-11-20";

/** A value with what a fact needs besides, by path. */
export type Values = Readonly<Record<string, Datum>>;

export interface Datum {
  readonly value: number | string | null;
  readonly unit: FactUnit;
  readonly currency?: string;
  readonly asOf?: string;
  readonly note?: string;
}

export const usd = (value: number, asOf = AS_OF): Datum => {
  return { value, unit: "currency", currency: "USD", asOf };
};
export const percent = (value: number): Datum => ({ value, unit: "percent" });
export const multiple = (value: number): Datum => ({ value, unit: "multiple" });
export const points = (value: number): Datum => ({ value, unit: "points" });
export const shares = (value: number): Datum => ({ value, unit: "shares" });
export const count = (value: number): Datum => ({ value, unit: "count" });
export const days = (value: number): Datum => ({ value, unit: "days" });
export const day = (value: string): Datum => ({ value, unit: "date" });
export const text = (value: string): Datum => ({ value, unit: "text" });
export const headline = (value: string, asOf = `${AS_OF}T09:00:00.000Z`): Datum => {
  return { value, unit: "text", asOf, note: "published by Daily Paper" };
};
export const unknown = (note: string, unit: FactUnit = "points"): Datum => {
  return { value: null, unit, note };
};

export function facts(values: Values, symbol = SYMBOL): Fact[] {
  return Object.entries(values).map(([path, { value, unit, currency, asOf, note }]) => ({
    id: `${symbol}:${path}`,
    tool: "get_test",
    args: { symbol },
    path,
    label: path,
    value,
    unit,
    currency: currency ?? null,
    asOf: asOf ?? AS_OF,
    availableAt: null,
    source: "test",
    note: note ?? null,
  }));
}

export function briefing(values: Values, symbol = SYMBOL): string {
  return `Ticker: ${symbol}\nAs of: ${AS_OF}\n\n${writeFacts(facts(values, symbol))}`;
}

export function conversation(role: Role, request: string): BaseMessage[] {
  return [new SystemMessage(`${roleLine(role)}\n\nWrite your report.`), new HumanMessage(request)];
}

/** The report of a role on facts. */
export async function reportOn(role: Role, values: Values, symbol = SYMBOL): Promise<string> {
  const answer = await createRulesModel().invoke(conversation(role, briefing(values, symbol)));
  return answer.text;
}

const NAMES =
  /\bMFI 14\b|\bRSI 14\b|\bADX 14\b|\bATR 14\b|S&P 500|\b(?:50|200)-day\b|\b52-week\b|\b(?:20|50|200) bars\b|\b30 days\b|\b90 days\b|value at risk 95 %|“[^”]*”|\([^()]*\bgiven\)|\d{4}-\d{2}-\d{2}|^STANCE:.*$/gm;

/** The numbers of a report that are neither a fact's nor among those stated as derived from facts. */
export function strayNumbers(report: string, values: Values, derived: readonly number[]): string[] {
  const numbersIn = (words: string) => words.match(/\d+(?:\.\d+)?[TBM]?/g) ?? [];
  const known = Object.values(values).flatMap(({ value, unit, currency }) =>
    typeof value === "number" ? numbersIn(figure(Math.abs(value), unit, currency)) : [],
  );
  const allowed = new Set([
    ...known,
    ...derived.flatMap((value) => [
      ...numbersIn(figure(Math.abs(value), "currency")),
      ...numbersIn(figure(Math.abs(value), "percent")),
      ...numbersIn(figure(Math.abs(value), "count")),
    ]),
  ]);
  return numbersIn(report.replace(NAMES, "")).filter((number) => !allowed.has(number));
}
