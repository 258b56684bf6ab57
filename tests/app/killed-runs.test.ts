import { describe } from "vitest";
import { holdsWhenKilled } from "../helpers/killed-in-turn.ts";

describe("a run whose process is killed, resumed by another", () => {
  holdsWhenKilled("recorded in a file", async () => ({}));
});
