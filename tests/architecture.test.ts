import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** What each room may import besides itself. */
const doors: Readonly<Record<string, readonly string[]>> = {
  core: [],
  runtime: ["core"],
  tools: ["runtime", "core"],
  graphs: ["core"],
  app: ["graphs", "tools", "runtime", "core"],
};

const folders: Readonly<Record<string, string>> = {
  core: "src/core",
  runtime: "src/runtime",
  app: "src/app",
  tools: "tools",
  graphs: "graphs",
};

/** What the pure room may use from outside: libraries that compute, and nothing that acts. */
const computing = ["zod", "technicalindicators", "trading-signals", "csv-parse/sync"];

const sources = Object.values(folders).flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

function roomOf(file: string): string {
  const found = Object.entries(folders).find(([, folder]) => file.startsWith(`${folder}/`));
  if (found === undefined) throw new Error(`${file} stands in no room`);
  return found[0];
}

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What a file imports, statically or not, as written. */
function specifiersOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)"([^"]+)"/gm);
  return [...found].map(([, specifier = ""]) => specifier);
}

/** The project's own file behind a specifier; null for a package. */
function fileOf(specifier: string, importer: string): string | null {
  if (specifier.startsWith(".")) return normalize(join(dirname(importer), specifier));
  const [, room = "", rest = ""] = /^#(\w+)\/(.+)$/.exec(specifier) ?? [];
  const folder = folders[room];
  return folder === undefined ? null : join(folder, rest);
}

const imports = new Map(
  sources.map((file) => [
    file,
    specifiersOf(file).flatMap((specifier) => {
      const target = fileOf(specifier, file);
      return target === null || target.endsWith(".json") ? [] : [target];
    }),
  ]),
);

/** A way that leads from a file back to itself; null where there is none. */
function cycleFrom(start: string): readonly string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | null => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start]);
}

describe("the house", () => {
  it("has a file behind every import", () => {
    const broken = [...imports].flatMap(([file, targets]) =>
      targets.filter((target) => !existsSync(join(root, target))).map((t) => `${file} -> ${t}`),
    );
    expect(broken).toEqual([]);
  });

  it("lets imports through its doors in one direction only", () => {
    const wrong = [...imports].flatMap(([file, targets]) => {
      const room = roomOf(file);
      const open = [room, ...(doors[room] ?? [])];
      return targets.filter((to) => !open.includes(roomOf(to))).map((to) => `${file} -> ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it("names the room in an import that leaves it", () => {
    const unnamed = sources.flatMap((file) =>
      specifiersOf(file)
        .filter((specifier) => specifier.startsWith(".") && !specifier.endsWith(".json"))
        .filter((specifier) => roomOf(fileOf(specifier, file) ?? "") !== roomOf(file))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(unnamed).toEqual([]);
  });

  it("has no cycles", () => {
    const cycles = sources.flatMap((file) => cycleFrom(file)?.join(" -> ") ?? []);
    expect(cycles).toEqual([]);
  });

  it("keeps core pure: no IO, no clock, no chance, no agent framework", () => {
    const impure = sources
      .filter((file) => roomOf(file) === "core")
      .flatMap((file) => [
        ...specifiersOf(file)
          .filter((specifier) => fileOf(specifier, file) === null && !computing.includes(specifier))
          .map((specifier) => `${file} imports ${specifier}`),
        ...(/\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|\bprocess\.\w/.test(textOf(file))
          ? [`${file} acts`]
          : []),
      ]);
    expect(impure).toEqual([]);
  });

  it("reads process.env in one file", () => {
    const readers = sources.filter((file) => textOf(file).includes("process.env"));
    expect(readers).toEqual(["src/app/config.ts"]);
  });

  it("has a test folder for every room", () => {
    for (const room of Object.keys(folders)) {
      expect(existsSync(join(root, "tests", room))).toBe(true);
    }
  });

  it("has the graphs that langgraph.json names", async () => {
    const { graphs } = JSON.parse(textOf("langgraph.json"));
    expect(Object.keys(graphs)).toEqual(["analysis", "strategies", "chain"]);
    for (const target of Object.values<string>(graphs)) {
      const [path = "", name = ""] = target.split(":");
      expect(existsSync(join(root, path))).toBe(true);
      expect(textOf(relative(root, join(root, path)))).toMatch(
        new RegExp(`^export const ${name}\\b`, "m"),
      );
    }
  });
});
