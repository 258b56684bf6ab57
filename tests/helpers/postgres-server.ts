import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** A throw-away PostgreSQL server that a test may stop. */
export interface PostgresServer {
  readonly url: string;
  /** Ends every connection, and starts it again at the same address. */
  restart(): Promise<void>;
  /** Stopped for good, and its files are gone. */
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";
const START_MS = 30_000;

/** A cluster of its own on a free loopback port; null where PostgreSQL's programs are not installed. */
export async function startPostgresServer(): Promise<PostgresServer | null> {
  const programs = programsFolder();
  const user = programs === null ? null : userOfServer();
  if (programs === null || user === null) return null;

  const folder = mkdtempSync(join(tmpdir(), "trading-graph-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  execFileSync(
    join(programs, "initdb"),
    ["--pgdata", folder, "--auth", "trust", "--username", "postgres", "--no-sync"],
    { ...user, cwd: folder, stdio: "ignore" },
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
  const args = ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])];
  const start = async () => {
    const child = spawn(join(programs, "postgres"), args, {
      ...user,
      cwd: folder,
      stdio: "ignore",
    });
    await untilItAnswers(url, child);
    return child;
  };

  let running = await start();
  return {
    url,
    async restart() {
      await end(running);
      running = await start();
    },
    async stop() {
      await end(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function programsFolder(): string | null {
  const asked = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = [
    ...(asked.status === 0 ? [asked.stdout.trim()] : []),
    ...versions.map((version) => join(DEBIAN, version, "bin")),
  ];
  const complete = folders.find((folder) =>
    ["initdb", "postgres"].every((program) => existsSync(join(folder, program))),
  );
  return complete ?? null;
}

/** It refuses to be run by root; null where root has nobody else to run it as. */
function userOfServer(): { uid?: number; gid?: number } | null {
  if (process.getuid?.() !== 0) return {};
  const numberOf = (option: string) => spawnSync("id", [option, "postgres"], { encoding: "utf8" });
  const [uid, gid] = [numberOf("-u"), numberOf("-g")];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return;
    } catch (cause) {
      if (child.exitCode !== null || performance.now() > deadline) {
        child.kill("SIGQUIT");
        throw new Error("the test's PostgreSQL server does not start", { cause });
      }
      await delay(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Its fast way: connections are ended at once, and nothing that was committed is lost. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  await once(child, "exit");
}
