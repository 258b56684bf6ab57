import type { WasiOptions } from "quickjs-wasi";

const SUCCESS = 0;
const BAD_FILE = 8;

/**
 * All that a VM could have of the host, without it: the clock stands still, so that chance, which is
 * seeded from it, is the same in every run; there are no random bytes; nothing is written anywhere.
 */
export const HOSTLESS: WasiOptions = (memory) => ({
  clock_time_get: (_clock: number, _precision: bigint, at: number) => {
    new DataView(memory.buffer).setBigUint64(at, 0n, true);
    return SUCCESS;
  },
  random_get: (at: number, length: number) => {
    new Uint8Array(memory.buffer, at, length).fill(0);
    return SUCCESS;
  },
  fd_write: () => BAD_FILE,
});
