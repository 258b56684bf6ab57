import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#app/page/project-root.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("the project's root", () => {
  it("is found from the sources", () => {
    expect(projectRoot()).toBe(join(import.meta.dirname, "..", "..", ".."));
  });

  it("is found from a bundle, past packages of other names", async () => {
    const root = await temporaryFolder();
    const bundle = join(root, "node_modules", ".cache", "trading-graph", "0123");
    mkdirSync(bundle, { recursive: true });
    writeFileSync(join(root, "package.json"), '{"name":"trading-graph"}');
    writeFileSync(join(root, "node_modules", "package.json"), '{"name":"other"}');
    expect(projectRoot(bundle)).toBe(root);
  });

  it("is said to be missing from anywhere else", async () => {
    const folder = await temporaryFolder();
    expect(() => projectRoot(folder)).toThrow(/is in no folder of trading-graph/);
  });
});
