import { describe, expect, it } from "vitest";
import { cli } from "../../../helpers/cli.ts";

describe("runs", () => {
  it("tells in its help what each of its parts takes", async () => {
    const { code, stdout } = await cli(["runs", "--help"]);
    for (const part of [
      "list [options]",
      "show RUN",
      "diff RUN RUN",
      "export RUN",
      "prune --older",
    ]) {
      expect(stdout).toContain(`\nruns ${part}`);
    }
    expect(code).toBe(0);
  });
});
