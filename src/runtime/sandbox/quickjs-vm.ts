import { Intrinsics, QuickJS } from "quickjs-wasi";
import type { Deadline } from "./deadline.ts";
import { HOSTLESS } from "./hostless.ts";
import { MEMORY_MIB, STACK_BYTES } from "./limits.ts";

/** A clock, and what lets the collection of garbage be watched, have no part in a run that repeats. */
const LANGUAGE = Intrinsics.ALL & ~(Intrinsics.PERFORMANCE | Intrinsics.WEAK_REF);

/** A fresh VM with the language and nothing of the host. What runs in it is interrupted at the deadline. */
export function createVm(quickjs: WebAssembly.Module, deadline: Deadline): Promise<QuickJS> {
  return QuickJS.create({
    wasm: quickjs,
    wasi: HOSTLESS,
    intrinsics: LANGUAGE,
    timezoneOffset: 0,
    memoryLimit: MEMORY_MIB * 2 ** 20,
    maxStackSize: STACK_BYTES,
    interruptHandler: deadline.hasPassed,
  });
}
