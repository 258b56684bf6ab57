const UNITS = [
  { name: "d", ms: 86_400_000 },
  { name: "h", ms: 3_600_000 },
  { name: "min", ms: 60_000 },
] as const;

/**
 * How long ago something was, in its largest unit, rounded down.
 *
 * @param ms negative, where another machine's clock is ahead, counts as 0
 * @example age(200_000) // "3 min"
 */
export function age(ms: number): string {
  const unit = UNITS.find((one) => ms >= one.ms) ?? { name: "s", ms: 1000 };
  return `${Math.floor(Math.max(0, ms) / unit.ms)} ${unit.name}`;
}
