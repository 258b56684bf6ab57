import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readConfig } from "#app/config.ts";
import { openRunStore } from "#app/open-run-store.ts";
import { openRunRecords } from "#app/run-records.ts";
import type { RunEvent } from "#core/event.ts";
import { systemClock } from "#runtime/clock.ts";
import { holdClaim } from "#runtime/hold-claim.ts";
import { result } from "../../core/examples.ts";
import { planned } from "../../core/run-examples.ts";
import {
  allMessages,
  messagesOf,
  numbersIn,
  PATIENT,
  type RunningServer,
  type SentMessage,
  startServer,
} from "./web-server.ts";

const run = "20261120T100000Z-AAPL-0000";

const said = (text: string): RunEvent => ({ type: "text", node: "news_analyst", text, at: 0 });
const ended: RunEvent = { type: "run_ended", ms: 1, error: null, at: 0 };

/** A run that another process than the server's is at, which shares nothing with it but the folder. */
async function startElsewhere({ config }: Pick<RunningServer, "config">) {
  const store = await openRunStore(readConfig({ LOGS_DIR: config.logsDir }), systemClock);
  onTestFinished(() => store.close());
  const claim = await store.runs.begin(planned({ id: run }));
  onTestFinished(holdClaim(claim, () => {}));
  const records = await openRunRecords(run, {}, config.logsDir, systemClock);
  onTestFinished(() => records.close());
  const journal = records.journal([]);
  return {
    tell(...events: readonly RunEvent[]) {
      for (const event of events) journal.record(event);
    },
    end: () => claim.end({ state: "done", result: result({ runId: run }) }),
  };
}

/** Reads on until an event of this number has come. */
async function upTo(number: number, messages: AsyncIterator<SentMessage>): Promise<SentMessage[]> {
  const read: SentMessage[] = [];
  while (!numbersIn(read).includes(number)) {
    const { value, done } = await messages.next();
    if (done) throw new Error(`event ${number} has not come`);
    read.push(value);
  }
  return read;
}

describe("the events of a run", () => {
  it("come as they happen, whoever is at it, and to whoever comes back from where they were", async () => {
    const server = await startServer();
    const { get } = server;
    const other = await startElsewhere(server);
    other.tell(said("a"), said("b"));
    const first = messagesOf(await get(`/api/runs/${run}/events`));
    const seen = await upTo(2, first);
    expect(seen[0]).toMatchObject({
      id: null,
      message: { type: "run", run: { state: "running" } },
    });
    expect(seen.at(-1)?.id).toBe(2);

    other.tell(said("c"));
    await upTo(3, first);
    await first.return?.(undefined);
    other.tell(said("d"), said("e"));
    const back = messagesOf(await get(`/api/runs/${run}/events`, { "last-event-id": "3" }));
    const missed = await upTo(5, back);
    const asked = messagesOf(await get(`/api/runs/${run}/events?after=4`));
    const wanted = await upTo(5, asked);
    other.tell(ended);
    await other.end();
    const rest = await Array.fromAsync(back);
    expect(numbersIn([...missed, ...rest])).toEqual([4, 5, 6]);
    expect(rest.at(-1)?.message).toMatchObject({ type: "end", run: { state: "done" } });
    expect(numbersIn([...wanted, ...(await Array.fromAsync(asked))])).toEqual([5, 6]);

    const all = await allMessages(await get(`/api/runs/${run}/events`));
    expect(all.map(({ message, id }) => [message.type, id])).toEqual([
      ["run", null],
      ["events", 6],
      ["end", null],
    ]);
    const nothing = await allMessages(
      await get(`/api/runs/${run}/events`, { "last-event-id": "6" }),
    );
    expect(numbersIn(nothing)).toEqual([]);
    const nonsense = await allMessages(await get(`/api/runs/${run}/events?after=-1.5x`));
    expect(numbersIn(nonsense)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("are told as how it stands where no event is on this machine", async () => {
    const server = await startServer({ limits: { lookMs: 10 } });
    const { store, get } = server;
    await store.runs.plan([planned({ id: run })]);
    const messages = messagesOf(await get(`/api/runs/${run}/events`));
    const next = async () => (await messages.next()).value?.message;
    expect(await next()).toMatchObject({ type: "run", run: { state: "waiting" } });
    const claim = await store.runs.claim(run);
    expect(await next()).toMatchObject({ type: "run", run: { state: "running", attempt: 1 } });
    await claim?.end({ state: "failed", error: "the source is gone" });
    expect(await next()).toMatchObject({ type: "end", run: { error: "the source is gone" } });
    expect((await messages.next()).done).toBe(true);
  });

  it("end at once where whoever was at it was killed, once all there is has been told", async () => {
    const clock = { now: () => systemClock.now() + 60_000 };
    const server = await startServer({ clock });
    const other = await startElsewhere(server);
    other.tell(said("a"), said("b"));
    const { get } = server;
    await expect
      .poll(async () => {
        const messages = await allMessages(await get(`/api/runs/${run}/events`));
        expect(messages.at(-1)?.message).toMatchObject({ type: "end", run: { state: "running" } });
        return numbersIn(messages);
      }, PATIENT)
      .toEqual([1, 2]);
  });

  it("end with how the run stands where the server ends, and its run goes on elsewhere", async () => {
    const server = await startServer();
    const other = await startElsewhere(server);
    other.tell(said("a"));
    const messages = messagesOf(await server.get(`/api/runs/${run}/events`));
    await upTo(1, messages);
    const rest = Array.fromAsync(messages);
    await server.close();
    expect((await rest).at(-1)?.message).toMatchObject({ type: "run", run: { state: "running" } });
  });

  it("are told to so many at once, and to one more where one has gone", async () => {
    const { get, store } = await startServer({ limits: { streams: 1 } });
    await store.runs.plan([planned({ id: run })]);
    const first = messagesOf(await get(`/api/runs/${run}/events`));
    await first.next();
    const second = await get(`/api/runs/${run}/events`);
    expect([second.status, await second.json()]).toEqual([
      503,
      {
        error:
          "1 run is followed here already, which is as many as may be at once. Close a page that shows one.",
      },
    ]);
    await first.return?.(undefined);
    const status = async () => {
      const { status, body } = await get(`/api/runs/${run}/events`);
      await body?.cancel();
      return status;
    };
    await expect.poll(status, PATIENT).toBe(200);
  });

  it("leave neither a timer nor a file behind when whoever follows them goes", async () => {
    const heartbeatMs = 7;
    const server = await startServer({ limits: { heartbeatMs } });
    const other = await startElsewhere(server);
    other.tell(said("a"));
    const set = vi.spyOn(globalThis, "setInterval");
    const cleared = vi.spyOn(globalThis, "clearInterval");
    onTestFinished(() => void vi.restoreAllMocks());
    await fetch(`${server.origin}/api/runs/${run}/events`, { method: "HEAD" });
    const leave = new AbortController();
    const { body } = await fetch(`${server.origin}/api/runs/${run}/events`, leave);
    let text = "";
    for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes("id: 1\n\n") && text.includes(": still here\n\n")) break;
    }
    leave.abort();
    // Cleared last, once nobody reads the file or the record any more.
    const beats = set.mock.results.filter((_, at) => set.mock.calls[at]?.[1] === heartbeatMs);
    expect(beats).toHaveLength(1);
    const isCleared = () => cleared.mock.calls.some(([timer]) => timer === beats[0]?.value);
    await expect.poll(isCleared, PATIENT).toBe(true);
  });
});
