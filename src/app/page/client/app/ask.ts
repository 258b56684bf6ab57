import type { Refusal } from "../../../web/api.ts";
import { printableJson } from "../printable-json.ts";
import { heard, reachable } from "./reach.ts";

/** What the server has said instead of an answer, in its words; status 0 where it said nothing. */
export class Refused extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** @throws Refused; an AbortError */
export function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return answerTo(path, signal === undefined ? {} : { signal });
}

/** Asks for something to be done. @throws Refused */
export function post<Answer>(
  path: string,
  body: object = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return answerTo(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

async function answerTo<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch((thrown: unknown) => {
    if (init.signal?.aborted) throw thrown;
    reachable.set(false);
    throw new Refused("The server does not answer. Is it still running in its terminal?", 0);
  });
  heard();
  if (!response.ok) throw new Refused(await wordsOf(response), response.status);
  return response.status === 204 ? (null as Answer) : printableJson(await response.text());
}

async function wordsOf(response: Response): Promise<string> {
  const otherwise = `The server answered ${response.status} ${response.statusText}.`;
  try {
    return printableJson<Partial<Refusal>>(await response.text()).error ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** What to show of anything that was thrown. */
export function wordsOfError(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

const AGAIN_MS = 1_500;

/** Asks again, while the server is gone, until it is back. */
export function watchForServer(): void {
  reachable.subscribe(() => {
    if (reachable.get()) return;
    const timer = setInterval(() => {
      if (reachable.get()) clearInterval(timer);
      else ask("/api/choices").catch(() => {});
    }, AGAIN_MS);
  });
}
