interface MeterProps {
  /** 0 to 1. */
  readonly value: number;
  /** The most that it could have been. */
  readonly ceiling: number;
}

/** A share of a whole as a bar, and a mark where it had to end; in words it stands beside it. */
export function Meter({ value, ceiling }: MeterProps) {
  return (
    <div class="meter" aria-hidden="true">
      <div class="meter-fill" style={{ width: `${value * 100}%` }} />
      <div class="meter-ceiling" style={{ left: `${ceiling * 100}%` }} />
    </div>
  );
}
