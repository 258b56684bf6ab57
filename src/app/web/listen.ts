import { once } from "node:events";
import type { Server } from "node:http";
import { DeskError, messageOf } from "#core/errors.ts";

/** Only this machine is listened to. */
export const HOST = "127.0.0.1";
const USUAL_PORT = 4173;

/**
 * Lets a server listen on this machine's own address.
 *
 * @param port null: 4173 where it is free, else any that is
 * @returns the port that it listens on
 * @throws DeskError `usage` where the port that was named is taken
 */
export async function listen(server: Server, port: number | null): Promise<number> {
  if (port !== null) return listenOn(server, port);
  return listenOn(server, USUAL_PORT).catch(() => listenOn(server, 0));
}

async function listenOn(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, HOST);
    await once(server, "listening");
  } catch (cause) {
    const wayOut = "Name another with --port, or leave it out.";
    throw new DeskError("usage", `${whyNot(port, cause)} ${wayOut}`, { cause });
  }
  const address = server.address();
  return address === null || typeof address === "string" ? port : address.port;
}

function whyNot(port: number, cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "EADDRINUSE") return `port ${port} is taken: something else listens on it.`;
  if (code === "EACCES") return `port ${port} may not be listened on by you.`;
  return `port ${port} cannot be listened on: ${messageOf(cause)}.`;
}
