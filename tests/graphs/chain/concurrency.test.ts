import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { chainOf, chainPorts, runGraph, together } from "../../helpers/chain.ts";

const eight = Array.from({ length: 8 }, (_, place) => `agent_${place}`);

describe("a parallel group", () => {
  it("has started with everyone before the first of them is asked anything", async () => {
    const seen: string[] = [];
    const { ports } = chainPorts(
      Object.fromEntries(
        eight.map((name) => [
          name,
          async () => {
            seen.push(`${name} asked`);
            return { text: "done" };
          },
        ]),
      ),
    );
    await runGraph(chainOf(...together("g", ...eight)), ports, (event) => {
      if (event.type === "span_started" && event.kind === "agent")
        seen.push(`${event.name} started`);
    });
    expect(seen.slice(0, 8).toSorted()).toEqual(eight.map((name) => `${name} started`).toSorted());
  });

  it("works at the same time: each waits until all are at work, and none waits in vain", async () => {
    let atWork = 0;
    const all = Promise.withResolvers<void>();
    const meet = async () => {
      atWork += 1;
      if (atWork === eight.length) all.resolve();
      await all.promise;
      return { text: "met" };
    };
    const { ports } = chainPorts(Object.fromEntries(eight.map((name) => [name, meet])));
    const { result } = await runGraph(chainOf(...together("g", ...eight)), ports);
    expect(result.outcomes.map(({ output }) => output)).toEqual(eight.map(() => "met"));
  });

  it("takes as long as its slowest agent, not as all of them", async () => {
    const slow = async () => {
      await wait(400);
      return { text: "done" };
    };
    const { ports } = chainPorts({ left: slow, right: slow });
    const { result } = await runGraph(chainOf(...together("g", "left", "right")), ports);
    const [group] = result.timeline.groups;
    expect(group?.ms).toBeLessThan(1.1 * (group?.slowestMs ?? 0));
    expect(result.timeline.wallMs).toBeLessThan(1.1 * (group?.slowestMs ?? 0));
    expect(group?.workMs).toBeGreaterThan(1.8 * (group?.slowestMs ?? 0));
  });

  it("lets nobody who follows begin before the last of it has ended", async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    const order: string[] = [];
    const { ports } = chainPorts({ slow: () => gate.promise });
    const chain = chainOf(...together("g", "quick", "slow"), { name: "last" });
    await runGraph(chain, ports, (event) => {
      if (event.type !== "agent_ended") return;
      order.push(event.outcome.agent);
      if (event.outcome.agent === "quick") gate.resolve({ text: "at last" });
    });
    expect(order).toEqual(["quick", "slow", "last"]);
  });
});
