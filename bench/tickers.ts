/** So many symbols: AAAA, AAAB, AAAC ... */
export function tickers(count: number): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const letter = (index: number) => letters.charAt(index % letters.length);
  return Array.from({ length: count }, (_, i) => `AA${letter(Math.floor(i / 26))}${letter(i)}`);
}
