import { describe, expect, it } from "vitest";
import { appFiles, appShell } from "#app/page/app-document.ts";
import { appBundle } from "#app/page/client-bundle.ts";
import { tagsOf } from "./page-parts.ts";

describe("the live page's document", () => {
  it("runs and wears only what its server gives", async () => {
    const shell = await appShell();
    expect(shell).toContain(`<script src="${appFiles.script}" defer></script>`);
    expect(shell).toContain(`<link rel="stylesheet" href="${appFiles.style}">`);
    expect(shell).toMatch(/<link rel="icon" href="data:image\/svg\+xml,[\w%.-]+">/);
    expect(shell).not.toMatch(/<style|style=|\son\w+=/);
    expect(tagsOf(shell).filter((tag) => tag.startsWith("<script"))).toHaveLength(1);
  });
});

describe("the live page's bundle", () => {
  it("leaves schemas to the server: they would be most of it", async () => {
    const { script } = await appBundle();
    expect(script).not.toContain("ZodError");
  });

  it("has all its styles in one, and asks for no other file", async () => {
    const { style } = await appBundle();
    expect(style).not.toMatch(/@import|url\(/);
  });
});
