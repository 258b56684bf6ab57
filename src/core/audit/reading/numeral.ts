/** The digits of a number as written. */
export interface Numeral {
  /** With a decimal point and nothing else that is no digit: `1234.50`. */
  readonly digits: string;
  readonly decimals: number;
}

/** More digits than anybody writes for a figure. */
const MOST_DIGITS = 24;

/** The digits of a number's token; null where there are too many to be a figure. */
export function numeral(text: string): Numeral | null {
  if (text.length > 2 * MOST_DIGITS) return null;
  const point = decimalPoint(text);
  const whole = (point < 0 ? text : text.slice(0, point)).replace(/\D/g, "");
  const fraction = point < 0 ? "" : text.slice(point + 1);
  if (whole.length + fraction.length > MOST_DIGITS) return null;
  return {
    digits: fraction === "" ? whole : `${whole === "" ? "0" : whole}.${fraction}`,
    decimals: fraction.length,
  };
}

/** The last of points and commas, unless it separates thousands. */
function decimalPoint(text: string): number {
  const point = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return Math.max(point, comma);
  if (point >= 0) return text.indexOf(".") === point ? point : -1;
  return comma >= 0 && !THOUSANDS.test(text) ? comma : -1;
}

const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}$/;

/** A number times a power of ten, without the error of a product. */
export function scaled({ digits }: Numeral, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}

/** What one more in the last digit would add. */
export function lastDigit({ decimals }: Numeral, exponent: number): number {
  return Number(`1e${exponent - decimals}`);
}
