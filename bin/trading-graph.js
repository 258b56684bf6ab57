#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { freshBundle } from "./bundle.js";

const NODE_NEEDED = 24;

const root = join(import.meta.dirname, "..");
const ownNode = join(root, "node_modules", "node", "bin", "node");

if (Number.parseInt(process.versions.node, 10) >= NODE_NEEDED) {
  module.enableCompileCache(join(root, "node_modules", ".cache", "compile"));
  const { main } = await import(await freshBundle(root).catch(() => "../src/app/main.ts"));
  await main();
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, process.argv.slice(1), { stdio: "inherit" });
  // Ctrl-C reaches the child by itself, since it has the same terminal; this one waits for its end.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  process.stderr.write(
    `Error: Node ${process.versions.node} is too old: ${NODE_NEEDED} is needed. Run "npm ci", which brings one, or install it.\n`,
  );
  process.exitCode = 1;
}
