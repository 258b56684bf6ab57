import type { Access, ReadOptions } from "#core/ports.ts";

/** Read options that pass every access on to the caller, and the accesses, as they come. */
export function overheard(options: ReadOptions): {
  readonly options: ReadOptions;
  readonly accesses: Access[];
} {
  const accesses: Access[] = [];
  const onAccess = (access: Access) => {
    accesses.push(access);
    options.onAccess?.(access);
  };
  return { options: { ...options, onAccess }, accesses };
}
