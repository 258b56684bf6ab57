import { describe, expect, it } from "vitest";
import { readConfig, secretsOf } from "#app/config.ts";

describe("the address of a server", () => {
  it.each([
    ["DATABASE_URL", "postgres://user:pa%ss@host/db"],
    ["DATABASE_URL", "postgres://host/db?user=u&password=pa%ss"],
    ["DATABASE_URL", "postgres://user:pass%FF@host/db"],
    ["REDIS_URL", "redis://:100%@host"],
  ])("in %s is refused as %j, with a raw percent sign, and is not shown", (name, address) => {
    const read = () => readConfig({ [name]: address });
    expect(read).toThrow(expect.objectContaining({ code: "usage" }));
    expect(read).toThrow(`environment variable ${name} has a % that begins no encoded character`);
    expect(read).toThrow(/write each % of a user or password as %25\.$/);
    expect(read).not.toThrow(/pa%ss|pass%FF|100%/);
  });

  it("may have what is percent-encoded", () => {
    const address = "postgres://user:100%25@host/db";
    expect(readConfig({ DATABASE_URL: address }).databaseUrl).toBe(address);
  });
});

describe("the secrets of a configuration", () => {
  it.each([
    ["DATABASE_URL", "postgres://user:p%40ss@host/db", ["p%40ss", "p@ss"]],
    ["DATABASE_URL", "postgres://user:p^%41@host/db", ["p^%41", "p%5E%41", "p^A"]],
    ["DATABASE_URL", "postgres://host/db?user=u&password=p%40ss", ["p%40ss", "p@ss"]],
    ["DATABASE_URL", "postgres://u:one@host/db?password=two", ["one", "two"]],
    ["REDIS_URL", "redis://:a@b@host:6379/0", ["a@b", "a%40b"]],
    ["REDIS_URL", "redis://host:6379?password=a+b", ["a+b", "a b"]],
    ["REDIS_URL", "redis://host:6379?db=1", []],
  ])("in %s are the passwords of %j, as written and as meant", (name, address, secrets) => {
    expect(secretsOf(readConfig({ [name]: address })).toSorted()).toEqual(secrets.toSorted());
  });
});
