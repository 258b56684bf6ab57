import { figure } from "#core/figure.ts";

/** An axis of money. */
export const moneyAxis = {
  type: "custom",
  formatter: (value: number) => figure(value, Math.abs(value) < 1000 ? "points" : "count"),
} as const;

/** An axis of fractions. */
export const percentAxis = {
  type: "custom",
  minMove: 0.001,
  formatter: (fraction: number) => `${Number((fraction * 100).toFixed(1))} %`,
} as const;
