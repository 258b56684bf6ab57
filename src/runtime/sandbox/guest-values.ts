import type { JSValueHandle } from "quickjs-wasi";

/** What a value is, in a word, without running any code of the guest's. */
export function kindOfValue(value: JSValueHandle): string {
  if (value.isNumber) return String(value.toNumber());
  if (value.isNull) return "null";
  if (value.isProxy) return "object";
  if (value.isPromise) return "promise";
  if (value.isArray) return "array";
  return value.typeof;
}

/** An object's own text under a name; null where there is none, or only code that would have to be run. */
export function ownText(value: JSValueHandle, name: string): JSValueHandle | null {
  if (!value.isObject || value.isProxy) return null;
  const own = value.getOwnPropertyDescriptor(name)?.value;
  return own?.isString ? own : null;
}
