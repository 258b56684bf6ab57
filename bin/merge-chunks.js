import { writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The file that holds what every command loads. */
const MERGED = "commands.mjs";

/**
 * Puts what a module loads at once into one file: splitting leaves it in a file for each set of modules
 * that share something, a hundred of them, and each costs a start its time. The files stay, for what
 * is loaded later, and name the one.
 *
 * @param {typeof import("esbuild")} esbuild
 * @param {import("esbuild").BuildOptions} options those that the files were built with
 * @param {import("esbuild").Metafile} metafile of that build
 * @param {string} module whose source it is
 */
export async function mergeChunks(esbuild, options, { outputs }, module) {
  const root = options.absWorkingDir ?? "";
  const start = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === module);
  if (start === undefined) throw new Error(`${module} is not loaded by itself`);
  const paths = [...loadedWith(start, outputs)];
  const parts = paths.map((path, place) => ({
    path: join(root, path),
    file: basename(path),
    names: (outputs[path]?.exports ?? []).map((name) => ({ name, merged: `${name}_${place}` })),
  }));
  const folder = dirname(join(root, start));
  const together = new Set(parts.map(({ path }) => path));
  const named = parts.map(({ file, names }) => {
    const list = names.map(({ name, merged }) => `${name} as ${merged}`);
    return `export { ${list.join(", ")} } from "./${file}";`;
  });
  await esbuild.build({
    ...options,
    outdir: undefined,
    banner: {},
    outfile: join(folder, MERGED),
    stdin: { contents: named.join("\n"), resolveDir: folder },
    plugins: [
      {
        name: "leave-the-others",
        setup(build) {
          build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
            const absolute = resolve(resolveDir, path);
            return together.has(absolute) ? { path: absolute } : { path, external: true };
          });
        },
      },
    ],
  });
  for (const { path, names } of parts) {
    const list = names.map(({ name, merged }) => `${merged} as ${name}`);
    writeFileSync(path, `export { ${list.join(", ")} } from "./${MERGED}";\n`);
  }
}

/**
 * A file and all that it imports, and what those import, but for what is imported when it is needed.
 *
 * @param {string} start
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @param {Set<string>} found
 */
function loadedWith(start, outputs, found = new Set()) {
  if (found.has(start)) return found;
  found.add(start);
  for (const { kind, path, external } of outputs[start]?.imports ?? []) {
    if (kind === "import-statement" && !external) loadedWith(path, outputs, found);
  }
  return found;
}
