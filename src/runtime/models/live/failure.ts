import { DeskError, type ErrorCode, quoted } from "#core/errors.ts";
import { networkFailure } from "../../network-failure.ts";
import { LONGEST_WAIT_MS } from "./retry.ts";

/**
 * What can come of a request, besides an answer. `retried`: asking again can help. `down`: it says
 * that the provider does not work, rather than that it does not want to.
 */
const traits = {
  rate_limited: { retried: true, down: false, code: "model" },
  server_error: { retried: true, down: true, code: "model" },
  unreachable: { retried: true, down: true, code: "model" },
  broken_connection: { retried: true, down: true, code: "model" },
  timeout: { retried: true, down: true, code: "timeout" },
  stalled: { retried: true, down: true, code: "timeout" },
  truncated: { retried: true, down: true, code: "model" },
  bad_answer: { retried: true, down: true, code: "model" },
  empty_answer: { retried: true, down: true, code: "model" },
  wrong_base_url: { retried: false, down: false, code: "configuration" },
  redirected: { retried: false, down: false, code: "configuration" },
  key_refused: { retried: false, down: false, code: "configuration" },
  unknown_model: { retried: false, down: false, code: "configuration" },
  out_of_credit: { retried: false, down: false, code: "model" },
  request_refused: { retried: false, down: false, code: "model" },
  no_room: { retried: false, down: false, code: "model" },
  filtered: { retried: false, down: false, code: "model" },
} as const satisfies Record<string, { retried: boolean; down: boolean; code: ErrorCode }>;

export type FailureKind = keyof typeof traits;

/** One attempt's failure. It holds words and numbers only: no request, no header, no foreign error. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  /** The answer's status, or the one that its body names; null where there was no answer. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    {
      status = null,
      retryAfterMs = null,
    }: { status?: number | null; retryAfterMs?: number | null } = {},
  ) {
    super(message);
    this.name = "ProviderFailure";
    this.kind = kind;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  get retried(): boolean {
    return traits[this.kind].retried;
  }

  get down(): boolean {
    return traits[this.kind].down;
  }
}

/**
 * What an answer that is no success came to.
 *
 * @param said the provider's own words, without secrets; null where it had none
 * @param code the provider's own name for the error, such as `insufficient_quota`
 */
export function failureOfStatus(
  status: number,
  said: string | null,
  code: string | null,
  retryAfterMs: number | null = null,
): ProviderFailure {
  const message = said === null ? `status ${status}` : `status ${status}: ${said}`;
  return new ProviderFailure(kindOfStatus(status, code), message, { status, retryAfterMs });
}

function kindOfStatus(status: number, code: string | null): FailureKind {
  if (code === "insufficient_quota" || status === 402) return "out_of_credit";
  if (status === 429) return "rate_limited";
  if (status === 408 || status === 409 || status >= 500) return "server_error";
  if (status === 401 || status === 403) return "key_refused";
  if (status === 404) return "unknown_model";
  return status >= 300 && status < 400 ? "redirected" : "request_refused";
}

/**
 * What a fetch that threw came to. A provider that has never answered is taken for a wrong address:
 * no retry mends that.
 */
export function failureOfNetwork(thrown: unknown, answeredBefore: boolean): ProviderFailure {
  const { kind, code } = networkFailure(thrown);
  if (kind === "timeout") return new ProviderFailure("timeout", `no answer in time (${code})`);
  if (kind === "broken") {
    return new ProviderFailure("broken_connection", `the connection broke (${code})`);
  }
  return answeredBefore
    ? new ProviderFailure("unreachable", `it cannot be reached (${code})`)
    : new ProviderFailure("wrong_base_url", code);
}

/** Whom a call was for, as its error names them. */
export interface Asked {
  readonly model: string;
  readonly host: string;
}

/** The error that a call ends with: what failed, where, and what to do about it. */
export function deskErrorOf(failure: ProviderFailure, attempts: number, asked: Asked): DeskError {
  const { kind, status, retryAfterMs } = failure;
  const retryAfterSeconds = retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1_000);
  return new DeskError(traits[kind].code, sentence(failure, attempts, asked, retryAfterSeconds), {
    cause: failure,
    facts: { kind, status, attempts, retryAfterSeconds, ...asked },
  });
}

function sentence(
  { kind, message, retried, retryAfterMs }: ProviderFailure,
  attempts: number,
  { model, host }: Asked,
  seconds: number | null,
): string {
  const name = quoted(model);
  switch (kind) {
    case "wrong_base_url":
      return `${host} cannot be reached (${message}): set OPENAI_BASE_URL to the endpoint's address, or check the network.`;
    case "redirected":
      return `${host} sends elsewhere (${message}), which is not followed: set OPENAI_BASE_URL to the endpoint's final address.`;
    case "key_refused":
      return `${host} refuses the key (${message}): set OPENAI_API_KEY to one that may use model ${name}.`;
    case "unknown_model":
      return `${host} has no model ${name} (${message}): name another with --model or --models, or set OPENAI_BASE_URL to the endpoint that has it.`;
    case "out_of_credit":
      return `the account at ${host} has no credit or quota left for model ${name} (${message}): add credit, or use another key or model.`;
    case "request_refused":
      return `${host} refuses the request to model ${name} (${message}).`;
    case "no_room":
      return `the output limit left no text in the answer of model ${name} at ${host}: raise the limit, or use a model that reasons less.`;
    case "filtered":
      return `the content filter at ${host} stopped the answer of model ${name}.`;
    default: {
      const failed = `model ${name} at ${host} failed: ${message}, ${attempts === 1 ? "1 attempt" : `${attempts} attempts`}.`;
      if (!retried || seconds === null) return failed;
      const longer = (retryAfterMs ?? 0) > LONGEST_WAIT_MS;
      return longer
        ? `${failed} It asks to wait ${seconds} s, longer than the ${LONGEST_WAIT_MS / 1_000} s that a call waits. Try again then.`
        : `${failed} It asks to wait ${seconds} s.`;
    }
  }
}
