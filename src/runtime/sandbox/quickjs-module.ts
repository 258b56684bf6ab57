import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

declare global {
  // Node has it; only the browser's types, which this project does without, say so.
  namespace WebAssembly {
    function compile(bytes: Uint8Array): Promise<Module>;
  }
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** QuickJS, compiled once in a process, however many workers share it. */
export function quickjsModule(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm");
  return WebAssembly.compile(await readFile(path));
}
