import { canonicalJson, sha256 } from "./hash.ts";
import type { ModelCall, Read } from "./lines.ts";

/** Two questions to a model are one when their prompts and tools are. */
export function modelKey({ prompt }: Pick<ModelCall, "prompt">): string {
  return sha256(canonicalJson(prompt));
}

/** Two questions to the market are one when the same caller asks the same. */
export function readKey({ caller, method, query }: Pick<Read, "caller" | "method" | "query">) {
  return `${caller} ${method} ${canonicalJson(query)}`;
}
