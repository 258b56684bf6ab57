import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { lazily } from "#core/lazily.ts";
import { projectRoot } from "../page/project-root.ts";
import type { Choices } from "./api.ts";

/** The chains that come with the program, each with the input that its first lines suggest. */
export const exampleChains = lazily(readExamples);

async function readExamples(): Promise<Choices["chains"]> {
  const folder = join(projectRoot(), "examples");
  const files = (await readdir(folder)).filter((file) => /\.ya?ml$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), "utf8");
      const [, name = basename(file, extname(file))] = /^name: *(.+)$/m.exec(text) ?? [];
      const [, quoted, word = ""] = /--input (?:"([^"\n]*)"|(\S+))/.exec(text) ?? [];
      return { name, text, input: quoted ?? word };
    }),
  );
}
