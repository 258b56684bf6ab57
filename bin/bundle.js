import { createHash } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { mergeChunks } from "./merge-chunks.js";

/** What the bundle is made of: sources, how they are bundled, and the versions of everything they import. */
export const INGREDIENTS = [
  "bin",
  "src",
  "graphs",
  "tools",
  "prices.json",
  "package.json",
  "package-lock.json",
];
const MS_A_DAY = 86_400_000;

/**
 * The path of a bundle of the command line that is as new as its sources; made where there is none.
 * One file loads in a third of the time that the hundreds of modules behind it take one by one.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the module to import
 * @throws when it cannot be made: the sources then still run as they are
 */
export async function freshBundle(root) {
  const home = join(root, "node_modules", ".cache", "trading-graph");
  const folder = join(home, fingerprint(root));
  const entry = join(folder, "main.mjs");
  if (!existsSync(entry)) {
    await build(root, folder);
    removeOld(home);
  }
  return entry;
}

/**
 * Changes when any source does.
 *
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash("sha256");
  for (const ingredient of INGREDIENTS) {
    const path = join(root, ingredient);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
      : [path];
    for (const file of files.sort()) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds into a folder of its own and then renames it, so that two first runs at once do not meet.
 *
 * @param {string} root
 * @param {string} folder
 */
async function build(root, folder) {
  const esbuild = await import("esbuild");
  const temporary = `${folder}.${process.pid}`;
  /** @type {import("esbuild").BuildOptions} */
  const both = {
    absWorkingDir: root,
    outdir: temporary,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    // Says what it is by its name: Node would else parse it all to find out.
    outExtension: { ".js": ".mjs" },
    // Names stay, for stack traces and for classes that are known by theirs.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "silent",
    // Finds its own program beside itself. It makes pages, too.
    external: ["esbuild"],
    // Packages of the older module format call require, which an ES module does not have.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  };
  const [{ metafile }] = await Promise.all([
    esbuild.build({
      ...both,
      entryPoints: ["src/app/main.ts"],
      splitting: true,
      metafile: true,
    }),
    // Started by its path, in a thread of its own: nothing that it loads may wait for other files.
    esbuild.build({ ...both, entryPoints: { "sandbox-worker": "src/runtime/sandbox/worker.ts" } }),
  ]);
  await mergeChunks(esbuild, both, metafile, "src/app/commands/index.ts");
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Removes bundles of older sources, but none that a run of today may still be loading from.
 *
 * @param {string} home
 */
function removeOld(home) {
  for (const name of readdirSync(home)) {
    const folder = join(home, name);
    if (Date.now() - statSync(folder).mtimeMs > MS_A_DAY) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
