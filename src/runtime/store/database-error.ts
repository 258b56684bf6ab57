import { DeskError, messageOf } from "#core/errors.ts";
import { isConnectionFailure } from "./connection-failure.ts";

const OTHER_FOLDER = "or name another folder by LOGS_DIR";
const OTHER_DATABASE = "or unset DATABASE_URL to keep runs in a file";

const MAKE_ROOM = `Make room, ${OTHER_FOLDER}`;
const GIVE_ACCESS = `Give write access, ${OTHER_FOLDER}`;
const MOVE_AWAY = `Move the file away, and a new one is made, ${OTHER_FOLDER}`;
const WAIT = "Ask again when the other process has ended";
const ANOTHER_ID = "It is recorded already: begin it anew, under another id";

/** That a row is there already: SQLite's code in full. */
const SQLITE_DUPLICATE = 1555;

/** By SQLite's result code. */
const sqliteWaysOut: Readonly<Record<number, string>> = {
  5: WAIT,
  6: WAIT,
  8: GIVE_ACCESS,
  10: MAKE_ROOM,
  11: MOVE_AWAY,
  13: MAKE_ROOM,
  14: GIVE_ACCESS,
  26: MOVE_AWAY,
};

/** By SQLSTATE. */
const postgresWaysOut: Readonly<Record<string, string>> = {
  "28P01": "Give the right user and password in DATABASE_URL",
  "28000": "Give a user in DATABASE_URL whom the server lets in",
  "3D000": "Create it, name another in DATABASE_URL",
  "42501": "Give the user of DATABASE_URL the right to it",
  "25006": "Give write access, name another server in DATABASE_URL",
  "53100": "Make room on its disk",
  "23505": ANOTHER_ID,
};

/** Which database failed, and who knows it by which codes. */
export interface DatabaseKind {
  /** Its file, or its host without user and password. */
  readonly place: string;
  readonly postgres: boolean;
}

/**
 * What a database threw, as a person can act on it.
 *
 * @param what what cannot be done, as a verb and its object: "read run X"
 */
export function databaseError(
  what: string,
  { place, postgres }: DatabaseKind,
  thrown: unknown,
): DeskError {
  const wayOut = postgres ? postgresWayOut(thrown) : sqliteWayOut(thrown);
  return new DeskError(
    "storage",
    `cannot ${what}: the database ${JSON.stringify(place)} says: ${reasonOf(thrown)}. ${wayOut}.`,
    { cause: thrown, facts: { place, code: codeOf(thrown) } },
  );
}

function postgresWayOut(thrown: unknown): string {
  if (isConnectionFailure(thrown)) return `Start it, ${OTHER_DATABASE}`;
  const known = postgresWaysOut[codeOf(thrown) ?? ""] ?? "See what its own log says";
  return `${known}, ${OTHER_DATABASE}`;
}

function sqliteWayOut(thrown: unknown): string {
  if (!(thrown instanceof Error) || !("errcode" in thrown) || typeof thrown.errcode !== "number") {
    return codeOf(thrown) === "ENOSPC" ? MAKE_ROOM : GIVE_ACCESS;
  }
  if (thrown.errcode === SQLITE_DUPLICATE) return ANOTHER_ID;
  return sqliteWaysOut[thrown.errcode & 0xff] ?? MOVE_AWAY;
}

function codeOf(thrown: unknown): string | null {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : null;
}

/** A host with several addresses fails once for each, and says nothing itself. */
function reasonOf(thrown: unknown): string {
  const [first] = thrown instanceof AggregateError ? thrown.errors : [];
  return messageOf(first ?? thrown);
}
