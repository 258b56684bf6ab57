import { z } from "zod";

/** With `formatted`, Yahoo wraps a value: `{ raw: 1.5, fmt: "1.50" }`, and `{}` for none. */
const rawSchema = z.object({ raw: z.unknown() });

function unwrapped(value: unknown): unknown {
  const raw = rawSchema.safeParse(value);
  return raw.success ? raw.data.raw : value;
}

/** A finite number; null for anything else, such as the text "Infinity". */
export const number = z.preprocess((value) => {
  const plain = unwrapped(value);
  return typeof plain === "number" && Number.isFinite(plain) ? plain : null;
}, z.number().nullable());

/** Text that says something; null for anything else. */
export const text = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null),
  z.string().nullable(),
);

/** Epoch milliseconds, from Yahoo's epoch seconds or from the Date the library made of them. */
export const time = z.preprocess((value) => {
  const plain = unwrapped(value);
  const ms =
    plain instanceof Date
      ? plain.getTime()
      : typeof plain === "number"
        ? plain * 1_000
        : Number.NaN;
  return isTime(ms) ? ms : null;
}, z.number().nullable());

/** A part of an answer that may be absent; null where it is, or is no object. */
export function part<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).nullable().default(null).catch(null);
}

/** A list that may be absent; empty where it is. An entry that is no object is passed over. */
export function list<T extends z.ZodRawShape>(shape: T) {
  const entry = z.object(shape);
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((one) => entry.safeParse(one).success) : []),
    z.array(entry),
  );
}

/** The span that a Date can hold. */
function isTime(ms: number): boolean {
  return Math.abs(ms) <= 8.64e15;
}
