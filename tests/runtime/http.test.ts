import { createServer, type RequestListener } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { createHttp, type HttpOptions } from "#runtime/http.ts";
import { networkFailure } from "#runtime/network-failure.ts";
import { listen } from "../helpers/listen.ts";

async function serve(listener: RequestListener) {
  const sockets = new Set<unknown>();
  const server = createServer(listener).on("connection", (socket) => sockets.add(socket));
  const origin = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `${origin}/`, sockets };
}

function open(options: Partial<HttpOptions> = {}) {
  const http = createHttp({ allowedHosts: ["127.0.0.1"], ...options });
  onTestFinished(() => http.close());
  return http;
}

describe("the pool of connections", () => {
  it("keeps to its connections however many requests come at once", async () => {
    let [busy, most] = [0, 0];
    const { url, sockets } = await serve((_request, response) => {
      most = Math.max(most, ++busy);
      setTimeout(() => response.end("ok", () => (busy -= 1)), 5);
    });
    const http = open({ connections: 2 });
    const texts = await Promise.all(
      Array.from({ length: 8 }, async () => (await http.fetch(url)).text()),
    );
    expect(texts).toEqual(Array(8).fill("ok"));
    expect(most).toBe(2);
    expect(sockets.size).toBe(2);
  });

  it("uses one connection again for requests that follow each other", async () => {
    const { url, sockets } = await serve((_request, response) => response.end("ok"));
    const http = open({ connections: 1 });
    for (let turn = 0; turn < 3; turn++) await (await http.fetch(url)).text();
    expect(sockets.size).toBe(1);
  });

  it("sends method, headers and body as given", async () => {
    const { url } = await serve((request, response) => {
      const { method, headers } = request;
      request.on("data", (body) => response.end(`${method} ${headers["x-mine"]} ${body}`));
    });
    const init = { method: "POST", headers: new Headers({ "x-mine": "yes" }), body: "text" };
    expect(await (await open().fetch(url, init)).text()).toBe("POST yes text");
  });

  it("does not follow a redirect, which could lead to any host", async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(302, { location: "http://elsewhere.test/" }).end(),
    );
    const response = await open().fetch(url);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("http://elsewhere.test/");
  });

  it.each(["http://elsewhere.test/", "https://notyahoo.com/", "https://yahoo.com.elsewhere.test/"])(
    "refuses to contact %s, which is not allowed",
    async (url) => {
      const http = open({ allowedHosts: [".yahoo.com"] });
      await expect(http.fetch(url)).rejects.toMatchObject({
        code: "configuration",
        message: expect.stringContaining("Allowed: .yahoo.com"),
      });
    },
  );

  it("takes an allowed host without a dot for itself alone", async () => {
    const http = open({ allowedHosts: ["0.0.1"] });
    await expect(http.fetch("http://127.0.0.1:1/")).rejects.toMatchObject({
      code: "configuration",
    });
  });

  it("takes an allowed host that begins with a dot for its subdomains too", async () => {
    const { url } = await serve((_request, response) => response.end("ok"));
    const http = open({ allowedHosts: [".0.0.1"] });
    expect(await (await http.fetch(url)).text()).toBe("ok");
  });

  it("refuses what undici would send as the name of a class", async () => {
    const http = open();
    await expect(http.fetch(new Request("http://127.0.0.1:1/"))).rejects.toThrow(TypeError);
    const form = { method: "POST", body: new FormData() };
    await expect(http.fetch("http://127.0.0.1:1/", form)).rejects.toThrow(TypeError);
  });

  it("gives up on a server that sends no headers", async () => {
    const { url } = await serve(() => {});
    const late = await open({ idleTimeoutMs: 50 })
      .fetch(url)
      .catch((error) => error);
    expect(networkFailure(late)).toEqual({ kind: "timeout", code: "UND_ERR_HEADERS_TIMEOUT" });
  });

  it("gives up on a body that stops half way", async () => {
    const { url } = await serve((_request, response) => response.write("half"));
    const response = await open({ idleTimeoutMs: 50 }).fetch(url);
    const late = await response.text().catch((error) => error);
    expect(networkFailure(late)).toEqual({ kind: "timeout", code: "UND_ERR_BODY_TIMEOUT" });
  });

  it("ends requests in flight when it is closed", async () => {
    const arrived = Promise.withResolvers<void>();
    const { url } = await serve(() => arrived.resolve());
    const http = open();
    const asked = http.fetch(url).catch((error) => error);
    await arrived.promise;
    await http.close();
    expect(await asked).toBeInstanceOf(Error);
  });
});
