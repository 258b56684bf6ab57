/** What a strategy may use of memory, in its VM. */
export const MEMORY_MIB = 64;

/** How deep its calls may go, in bytes of stack. */
export const STACK_BYTES = 256 * 1024;

/** How much later than its time limit a strategy is killed that does not notice the limit itself. */
export const KILL_GRACE_MS = 1500;

/** What the worker around the VM may use: the bars, the books and what it runs on. */
export const WORKER_LIMITS = { maxOldGenerationSizeMb: 192, stackSizeMb: 8 };
