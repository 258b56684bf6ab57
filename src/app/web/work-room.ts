import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config, Environment } from "../config.ts";
import type { SharedDesks } from "../worker/shared-desks.ts";

/** What a server begins work with. */
export interface WorkRoom {
  readonly store: Store;
  readonly config: Config;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly desks: SharedDesks;
  /** Tells the person at the terminal. */
  readonly tell: (line: string) => void;
}
