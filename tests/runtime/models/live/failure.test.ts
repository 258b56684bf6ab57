import { describe, expect, it } from "vitest";
import {
  deskErrorOf,
  type FailureKind,
  failureOfNetwork,
  failureOfStatus,
  ProviderFailure,
} from "#runtime/models/live/failure.ts";

const asked = { model: "some-model", host: "api.example" };

function networkError(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

describe("an answer that is no success", () => {
  it.each<[number, string | null, FailureKind, boolean, boolean]>([
    // status, code, kind, asked again, the provider is down
    [429, null, "rate_limited", true, false],
    [429, "rate_limit_exceeded", "rate_limited", true, false],
    [429, "insufficient_quota", "out_of_credit", false, false],
    [402, null, "out_of_credit", false, false],
    [408, null, "server_error", true, true],
    [409, null, "server_error", true, true],
    [500, null, "server_error", true, true],
    [502, null, "server_error", true, true],
    [503, null, "server_error", true, true],
    [529, null, "server_error", true, true],
    [400, null, "request_refused", false, false],
    [413, null, "request_refused", false, false],
    [422, null, "request_refused", false, false],
    [401, null, "key_refused", false, false],
    [403, null, "key_refused", false, false],
    [404, null, "unknown_model", false, false],
    [301, null, "redirected", false, false],
    [307, null, "redirected", false, false],
  ])("of status %i and code %j is %s", (status, code, kind, retried, down) => {
    expect(failureOfStatus(status, "no", code)).toMatchObject({ kind, status, retried, down });
  });
});

describe("a fetch that threw", () => {
  it.each<[string, boolean, FailureKind]>([
    ["ENOTFOUND", false, "wrong_base_url"],
    ["ECONNREFUSED", false, "wrong_base_url"],
    ["EAI_AGAIN", false, "wrong_base_url"],
    ["UND_ERR_CONNECT_TIMEOUT", false, "wrong_base_url"],
    ["CERT_HAS_EXPIRED", false, "wrong_base_url"],
    ["ENOTFOUND", true, "unreachable"],
    ["ECONNREFUSED", true, "unreachable"],
    ["ECONNRESET", false, "broken_connection"],
    ["ECONNRESET", true, "broken_connection"],
    ["UND_ERR_SOCKET", true, "broken_connection"],
    ["UND_ERR_HEADERS_TIMEOUT", true, "timeout"],
  ])("for %s, answered before: %s, is %s", (code, answeredBefore, kind) => {
    expect(failureOfNetwork(networkError(code), answeredBefore).kind).toBe(kind);
  });
});

describe("the error that a call ends with", () => {
  it.each<[FailureKind, string, string]>([
    ["key_refused", "configuration", "OPENAI_API_KEY"],
    ["unknown_model", "configuration", "--model"],
    ["wrong_base_url", "configuration", "OPENAI_BASE_URL"],
    ["redirected", "configuration", "OPENAI_BASE_URL"],
    ["out_of_credit", "model", "credit"],
    ["request_refused", "model", "refuses the request"],
    ["filtered", "model", "content filter"],
    ["rate_limited", "model", "4 attempts"],
    ["server_error", "model", "4 attempts"],
    ["truncated", "model", "4 attempts"],
    ["timeout", "timeout", "4 attempts"],
    ["stalled", "timeout", "4 attempts"],
  ])("of %s has the code %s and says %s", (kind, code, words) => {
    const error = deskErrorOf(new ProviderFailure(kind, "words", { status: 418 }), 4, asked);
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toContain("api.example");
    expect(error.facts).toMatchObject({ kind, status: 418, attempts: 4, ...asked });
  });

  it("says how long a wait was asked for that is too long", () => {
    const failure = failureOfStatus(429, null, null, 90_500);
    const error = deskErrorOf(failure, 1, asked);
    expect(error.message).toContain("wait 91 s, longer than the 60 s");
    expect(error.facts).toMatchObject({ retryAfterSeconds: 91, attempts: 1 });
  });
});
