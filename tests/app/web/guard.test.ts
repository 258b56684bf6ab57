import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, vi } from "vitest";
import { DeskError } from "#core/errors.ts";
import { bare, startServer } from "./web-server.ts";

describe("what the server refuses", () => {
  it("answers to this machine's names alone, whoever asks and for whatever", async () => {
    const { origin } = await startServer();
    const { port } = new URL(origin);
    const statusFor = async (host: string, path = "/") =>
      (await bare(origin, path, { headers: { host } })).status;
    expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", "localhost:1"]) {
      expect(await statusFor(host), host).toBe(403);
      expect(await statusFor(host, "/api/choices"), host).toBe(403);
    }
    const { body } = await bare(origin, "/", { headers: { host: "evil.example" } });
    expect(JSON.parse(body)).toEqual({
      error: `Refused: host "evil.example" is not this server's. Open ${origin}/ instead.`,
    });
  });

  it("takes nothing that another page has sent", async () => {
    const { origin, get, post } = await startServer();
    const statuses = async (headers: Record<string, string>) => [
      (await get("/api/history", headers)).status,
      (await post("/api/runs", { kind: "none" }, headers)).status,
    ];
    // 400: it was read, and is nothing that could be started.
    expect(await statuses({})).toEqual([200, 400]);
    expect(await statuses({ origin })).toEqual([200, 400]);
    expect(await statuses({ origin: "https://evil.example" })).toEqual([403, 403]);
    expect(await statuses({ origin: "null" })).toEqual([403, 403]);
    expect(await statuses({ origin: origin.replace("http:", "https:") })).toEqual([403, 403]);
    expect(await statuses({ "sec-fetch-site": "same-origin" })).toEqual([200, 400]);
    expect(await statuses({ "sec-fetch-site": "same-site" })).toEqual([403, 403]);
    expect(await statuses({ "sec-fetch-site": "cross-site" })).toEqual([403, 403]);
    const headers = { "content-type": "application/json" };
    const unsaid = await bare(origin, "/api/runs", { method: "POST", headers });
    expect(unsaid.status).toBe(403);
  });

  it("says with every answer what a page may do, and nothing of other origins", async () => {
    const { get, post } = await startServer();
    const answers = [
      await get("/"),
      await get("/api/choices"),
      await get("/nowhere"),
      await get("/api/nowhere"),
      await post("/api/runs", "{"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 400]);
    for (const { headers } of answers) {
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]{43}='; .*frame-ancestors 'none'/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toBe("no-store");
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  it("reads JSON alone", async () => {
    const { post } = await startServer();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx"]) {
      expect((await post("/api/runs", "{}", { "content-type": type })).status, type).toBe(415);
    }
    const withCharset = { "content-type": "application/json; charset=utf-8" };
    expect((await post("/api/runs", "{}", withCharset)).status).toBe(400);
  });

  it("refuses a body of 10 MB before it is read, and one of no stated length in its midst", async () => {
    const { origin, post } = await startServer();
    const { hostname, port } = new URL(origin);
    const head = (...lines: string[]) =>
      [`POST /api/runs HTTP/1.1`, `Host: ${hostname}:${port}`, `Origin: ${origin}`, ...lines].join(
        "\r\n",
      );
    const json = "Content-Type: application/json";
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const sent = {
      announced: `${head(json, "Content-Length: 10485760")}\r\n\r\n{`,
      unstated: `${head(json, "Transfer-Encoding: chunked")}\r\n\r\n${chunk.repeat(5)}`,
    };
    for (const [name, bytes] of Object.entries(sent)) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.write(bytes);
      // The rest is never sent: the answer comes, and the connection does not wait for it.
      const answer = await text(socket);
      expect(answer, name).toMatch(/^HTTP\/1.1 413 .*larger than 256 kB/s);
    }
    const whole = await post("/api/runs", JSON.stringify("x".repeat(10 * 1024 * 1024)));
    expect(whole.status).toBe(413);
    expect((await post("/api/runs", "{}")).status).toBe(400);
  });

  it("reads a body of no stated length as any other, up to the limit", async () => {
    const { origin, store } = await startServer();
    const sent = async (text: string) => {
      const half = Math.ceil(text.length / 2);
      const answer = await fetch(`${origin}/api/chains/check`, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: ReadableStream.from(
          [text.slice(0, half), text.slice(half)].map((part) => Buffer.from(part)),
        ),
        duplex: "half",
      });
      return [answer.status, await answer.text()];
    };
    const small = await sent(JSON.stringify({ chain: "name: x" }));
    expect(small).toEqual([200, expect.stringContaining("mistakes")]);
    expect(await sent("{")).toEqual([400, expect.stringContaining("no JSON")]);
    const large = JSON.stringify({ chain: "x".repeat(256 * 1024) });
    expect(await sent(large)).toEqual([413, expect.stringContaining("larger than 256 kB")]);
    expect(await store.history.entries({})).toEqual([]);
  });

  it("waits for no body for long", async () => {
    const { origin } = await startServer({ limits: { requestMs: 100 } });
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    const head = [
      "POST /api/runs HTTP/1.1",
      `Host: ${hostname}:${port}`,
      `Origin: ${origin}`,
      "Content-Type: application/json",
      "Content-Length: 10",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n{`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 408 /);
  });

  it("says of what nobody foresaw that it was so, and tells the terminal what it was", async () => {
    const { get, store, told } = await startServer();
    vi.spyOn(store.history, "entries").mockRejectedValue(new TypeError("x is not a function"));
    const answer = await get("/api/history");
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      error: "Something went wrong that was not foreseen. The server's terminal says what.",
    });
    expect(told).toEqual(["GET /api/history: x is not a function"]);
    const known = "the records cannot be read: the disk is full.";
    vi.spyOn(store.history, "entries").mockRejectedValue(new DeskError("storage", known));
    const foreseen = await get("/api/history");
    expect([foreseen.status, await foreseen.json()]).toEqual([500, { error: known }]);
  });

  it("changes nothing by a GET, and knows no other ways", async () => {
    const { origin, get, store } = await startServer();
    for (const path of [
      "/api/runs",
      "/api/runs/x/rerun",
      "/api/runs/x/resume",
      "/api/runs/x/stop",
      "/api/lists/x/stop",
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
    for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const answer = await bare(origin, "/api/runs", { method, headers: { origin } });
      expect(answer.status, method).toBe(404);
    }
    expect(await store.history.entries({})).toEqual([]);
  });

  it("looks for no run whose id is none", async () => {
    const { get, post } = await startServer();
    const ids = ["x", "..%2F..%2Fetc%2Fpasswd", "%00", "20261120T100000Z-AAPL-0000%2F..", "a b"];
    for (const id of ids) {
      expect((await get(`/api/runs/${id}`)).status, id).toBe(404);
      expect((await get(`/api/runs/${id}/events`)).status, id).toBe(404);
      expect((await get(`/api/runs/${id}/report.md`)).status, id).toBe(404);
      expect((await post(`/api/runs/${id}/rerun`)).status, id).toBe(404);
      expect((await post(`/api/runs/${id}/resume`)).status, id).toBe(404);
    }
    const unknown = "20261120T100000Z-AAPL-0000";
    const answer = await get(`/api/runs/${unknown}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      error: `run "${unknown}" is not known. The history has all that is kept.`,
    });
    expect((await get(`/api/compare?a=${unknown}&b=${unknown}`)).status).toBe(404);
    expect((await get("/api/compare")).status).toBe(404);
    expect((await get(`/api/lists/${unknown}`)).status).toBe(404);
  });
});
