import { beforeEach, describe, expect, it } from "vitest";
import type { DecisionMemory } from "#core/ports.ts";
import { kept } from "../core/review/examples.ts";

const EVER = { asOf: "9999-12-31" };

/** What every adapter of the port DecisionMemory holds to; `make` gives a fresh, empty one. */
export function describeDecisionMemory(
  name: string,
  make: () => DecisionMemory | Promise<DecisionMemory>,
): void {
  describe(`${name} keeps the contract of DecisionMemory`, () => {
    let memory: DecisionMemory;
    beforeEach(async () => {
      memory = await make();
    });

    it("recalls nothing before anything is kept", async () => {
      expect(await memory.recall(EVER)).toEqual({ decisions: [], passedOver: 0 });
    });

    it("recalls decisions as they were kept, in their order", async () => {
      const decisions = [
        kept({ runId: "c", asOf: "2024-03-01", sector: null }),
        kept({ runId: "a", asOf: "2024-01-31", symbol: "^GSPC" }),
        kept({ runId: "b", asOf: "2024-01-31", symbol: "^GSPC" }),
      ];
      for (const decision of decisions) await memory.keep(decision);
      expect(await memory.recall(EVER)).toEqual({ decisions, passedOver: 0 });
    });

    it("has one decision of a run that keeps it twice: the first", async () => {
      await memory.keep(kept({ runId: "a", confidence: 0.6 }));
      await memory.keep(kept({ runId: "b" }));
      await memory.keep(kept({ runId: "a", confidence: 0.7 }));
      const { decisions } = await memory.recall(EVER);
      expect(decisions).toEqual([kept({ runId: "a", confidence: 0.6 }), kept({ runId: "b" })]);
    });

    it("recalls no decision as of a later day than asked", async () => {
      await memory.keep(kept({ asOf: "2024-02-01" }));
      expect((await memory.recall({ asOf: "2024-01-31" })).decisions).toEqual([]);
      expect((await memory.recall({ asOf: "2024-02-01" })).decisions).toHaveLength(1);
    });

    it("recalls no decision made after the day asked, as of whatever day it is", async () => {
      await memory.keep(kept({ runId: "next", decidedAt: "2024-02-01T00:00:00.000Z" }));
      await memory.keep(kept({ runId: "same", decidedAt: "2024-01-31T23:59:59.999Z" }));
      expect((await memory.recall({ asOf: "2024-01-31" })).decisions).toHaveLength(1);
      expect((await memory.recall({ asOf: "2024-02-01" })).decisions).toHaveLength(2);
    });

    it.each([
      ["source", { source: "yahoo" }, { source: "yahoo" }],
      ["model", { model: "other" }, { model: "other" }],
      ["symbols", { symbols: ["PEER", "NONE"] }, { symbol: "PEER" }],
    ] as const)("recalls only decisions of the %s asked for", async (_field, query, changes) => {
      const wanted = kept({ runId: "wanted", ...changes });
      await memory.keep(kept());
      await memory.keep(wanted);
      expect((await memory.recall({ ...EVER, ...query })).decisions).toEqual([wanted]);
    });

    it("recalls nothing of no symbol", async () => {
      await memory.keep(kept());
      expect((await memory.recall({ ...EVER, symbols: [] })).decisions).toEqual([]);
    });

    it("recalls nothing that meets one condition and not another", async () => {
      await memory.keep(kept({ model: "other", source: "demo" }));
      const query = { ...EVER, model: "other", source: "yahoo" } as const;
      expect((await memory.recall(query)).decisions).toEqual([]);
    });

    it("keeps all that are kept at once", async () => {
      const decisions = Array.from({ length: 20 }, (_, i) => kept({ runId: `run-${i}` }));
      await Promise.all(decisions.map((decision) => memory.keep(decision)));
      const recalled = await memory.recall(EVER);
      expect(new Set(recalled.decisions.map(({ runId }) => runId)).size).toBe(20);
      expect(recalled.passedOver).toBe(0);
    });
  });
}
