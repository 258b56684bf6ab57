import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { FORMS } from "../tests/helpers/filled-forms.ts";
import { listen } from "../tests/helpers/listen.ts";

const REPORT = "All is well.\nSTANCE: bullish CONFIDENCE: 0.70";

/**
 * A provider on this machine that takes as long as told for each answer.
 *
 * @param text what it answers where no form is to be filled
 */
export async function startSlowProvider(text = REPORT) {
  const pace = { answerMs: 0 };
  const inFlight = { now: 0, most: 0, slowestMs: 0 };
  const server = createServer(async (request, response) => {
    const askedAt = performance.now();
    inFlight.now += 1;
    inFlight.most = Math.max(inFlight.most, inFlight.now);
    const asked = JSON.stringify(await json(request));
    // Models by these names never answer, or are not known here.
    if (asked.includes('"model":"silent')) return;
    await wait(pace.answerMs);
    inFlight.now -= 1;
    if (asked.includes('"model":"unknown')) {
      response.writeHead(404).end();
      return;
    }
    inFlight.slowestMs = Math.max(inFlight.slowestMs, performance.now() - askedAt);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(formAnswer(asked) ?? stream({ content: text }, "stop"));
  });
  const origin = await listen(server);
  return {
    baseUrl: `${origin}/v1`,
    pace,
    inFlight,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The whole answer to a request that wants a form filled; null where it wants a text. */
export function formAnswer(asked: string): string | null {
  const choice = /"tool_choice":\{.*?"name":"(\w+)"/.exec(asked)?.[1];
  return choice === undefined ? null : stream(call(choice), "tool_calls");
}

function call(name: string) {
  const filled = { name, arguments: JSON.stringify(FORMS[name]) };
  return { content: null, tool_calls: [{ index: 0, id: "call-1", function: filled }] };
}

function stream(delta: object, finish: string): string {
  const choices = [
    { delta: { role: "assistant", ...delta }, finish_reason: null },
    { delta: {}, finish_reason: finish },
  ];
  const events = choices.map((choice) => ({ id: "1", choices: [{ index: 0, ...choice }] }));
  return `${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}data: [DONE]\n\n`;
}
