import { existsSync, readFileSync } from "node:fs";
import type { HostileProgram } from "./hostile-programs.ts";

const file = new URL("../../../../shared/data/hostile.json", import.meta.url);

/** Whether the programs that were collected, and are no part of the project, are there. */
export const recordedProgramsExist = existsSync(file);

const FAILURES: Readonly<Record<string, string>> = {
  throw_nullish: "threw",
  stack_recursion: "threw",
  loop_infinite: "timeout",
  loop_toplevel: "timeout",
  redos: "timeout",
  native_join: "timeout memory",
  mem_array_bomb: "memory",
  mem_string_doubling: "memory",
  mem_slow_leak: "memory",
};

/** The collected programs; none where they are not there. */
export function recordedPrograms(): HostileProgram[] {
  if (!recordedProgramsExist) return [];
  const programs: { name: string; code: string }[] = JSON.parse(readFileSync(file, "utf8"));
  return programs.map(({ name, code }) => ({
    name,
    code,
    ends: (FAILURES[name] ?? "runs").split(" "),
  }));
}
