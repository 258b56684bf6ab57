import { describe, expect, it } from "vitest";
import { networkFailure } from "#runtime/network-failure.ts";

function failed(code: string): Error {
  const cause = Object.assign(new Error(code), { code });
  return new TypeError("fetch failed", { cause });
}

describe("a failed fetch", () => {
  it.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
  ])("with %s is unreachable", (code) => {
    expect(networkFailure(failed(code))).toEqual({ kind: "unreachable", code });
  });

  it.each(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"])("with %s is a timeout", (code) => {
    expect(networkFailure(failed(code))).toEqual({ kind: "timeout", code });
  });

  it.each(["ECONNRESET", "UND_ERR_SOCKET"])("with %s is broken", (code) => {
    expect(networkFailure(failed(code))).toEqual({ kind: "broken", code });
  });

  it("that a timer aborted is a timeout", () => {
    const aborted = new DOMException("The operation was aborted", "TimeoutError");
    expect(networkFailure(aborted)).toEqual({ kind: "timeout", code: "TimeoutError" });
  });

  it("without a code is unreachable, its code unknown", () => {
    expect(networkFailure("no error at all")).toEqual({ kind: "unreachable", code: "unknown" });
  });
});
