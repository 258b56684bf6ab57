const UNITS = ["kB", "MB", "GB", "TB"] as const;

/** A size on a disk, by thousands. @example bytes(3_400_000) // "3.4 MB" */
export function bytes(count: number): string {
  let [size, unit] = [count, "bytes"];
  for (const larger of UNITS) {
    if (size < 999.95) break;
    [size, unit] = [size / 1000, larger];
  }
  return unit === "bytes" ? `${count} bytes` : `${size.toFixed(1)} ${unit}`;
}
