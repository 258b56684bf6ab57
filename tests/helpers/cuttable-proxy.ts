import { createServer, request } from "node:http";
import { pipeline } from "node:stream";
import { onTestFinished } from "vitest";
import { listen } from "./listen.ts";

/**
 * An HTTP proxy on this machine whose line a test can cut: what is under way breaks, and nothing comes
 * through until it is mended.
 */
export async function startCuttableProxy() {
  let whole = true;
  const server = createServer((asked, answer) => {
    if (!whole) return void asked.socket.destroy();
    const { method, headers, url = "" } = asked;
    const onward = request(url, { method, headers, agent: false }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers);
      pipeline(said, answer, () => {});
    });
    pipeline(asked, onward, () => {});
    answer.once("close", () => onward.destroy());
    onward.once("error", () => answer.destroy());
  });
  const origin = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin,
    cut() {
      whole = false;
      server.closeAllConnections();
    },
    mend() {
      whole = true;
    },
  };
}
