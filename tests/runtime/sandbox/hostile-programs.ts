/** A program that means harm, and what is to become of it: `runs`, or the kind of its failure. */
export interface HostileProgram {
  readonly name: string;
  readonly code: string;
  /** Any of them. */
  readonly ends: readonly string[];
}

function program(name: string, ends: string, body: string, before = ""): HostileProgram {
  const code = `${before}\nfunction execute_trade(market, portfolio) { ${body} }`;
  return { name, code, ends: ends.split(" ") };
}

/** Who has got out, or has seen what is to come, orders 31337, 31338 or 31339 shares. */
export const hostilePrograms: readonly HostileProgram[] = [
  program(
    "climbs to a global object by every constructor in reach",
    "runs",
    `for (const value of [market, market.close, execute_trade, Math, console, console.log, Date, Date.now,
        new Date(), [].push, async () => {}, function* () {}, Reflect.apply, Symbol.iterator]) {
      try {
        const root = value.constructor.constructor("return this")();
        if (root.process || root.require || root.parentPort || root.WebAssembly) return 31337;
      } catch {}
    }
    return 0;`,
  ),
  program(
    "follows its caller",
    "runs",
    `try { if (execute_trade.caller) return 31337; } catch {}
    try { if (arguments.callee.caller) return 31337; } catch {}
    return 0;`,
  ),
  program(
    "takes functions off the stack",
    "runs",
    "return typeof new Error().stack === 'string' ? 0 : 31337;",
    "try { Error.prepareStackTrace = (error, sites) => sites; } catch {}",
  ),
  program(
    "imports what a host might offer",
    "runs",
    `for (const name of ["std", "os", "node:fs", "fs", "qjs:std"]) {
      import(name).then(() => { globalThis.won = true; }, (e) => { globalThis.won = e.constructor("x"); });
    }
    return globalThis.won ? 31337 : 0;`,
  ),
  program(
    "puts setters where bars are written",
    "threw",
    "return market.close.length === market.time.length ? 1 : 0;",
    `for (const key of ["0", "5", "symbol", "time", "close", "cash", "equity", "apply", "construct"]) {
      for (const prototype of [Object.prototype, Array.prototype]) {
        Object.defineProperty(prototype, key, {
          __proto__: null, configurable: true, get: () => 31338, set() { throw new Error(key); },
        });
      }
    }`,
  ),
  program(
    "replaces what the language is made of",
    "runs",
    "return market.close[market.close.length - 1] > 0 ? 1 : 31339;",
    `Reflect.apply = String.prototype.slice = Number.isFinite = Object.getOwnPropertyDescriptor = () => 31339;
    Array.prototype[Symbol.iterator] = Function.prototype.call = Function.prototype.apply = null;
    globalThis.Date = globalThis.Proxy = globalThis.console = undefined;`,
  ),
  program("freezes its bars", "runs", "Object.freeze(market.close); return 1;"),
  program(
    "looks for bars to come",
    "runs",
    `const { close, time } = market;
    const last = close.length - 1;
    const beyond = [close[last + 1], close.at(last + 1), close[last + 100], time[last + 1]];
    const keys = Object.keys(close).length + Object.getOwnPropertyNames(close).length;
    if (keys !== 2 * close.length + 1 || time[last] !== Date.now()) return 31338;
    return beyond.some((value) => value !== undefined) ? 31338 : 0;`,
  ),
  program(
    "gives a proxy whose every trap is a loop",
    "runs",
    "return new Proxy(() => 31337, new Proxy({}, { get() { for (;;); } }));",
  ),
  program(
    "gives objects that pass for numbers",
    "runs",
    "return { valueOf: () => 31337, toString: () => '31337', [Symbol.toPrimitive]: () => 31337 };",
  ),
  program(
    "throws a proxy whose every trap is a loop",
    "threw",
    "throw new Proxy(new Error('x'), new Proxy({}, { get() { for (;;); } }));",
  ),
  program(
    "throws an error whose words are loops",
    "threw",
    `const error = new Error("x");
    for (const key of ["message", "stack", "name", "cause"]) {
      Object.defineProperty(error, key, { get() { for (;;); } });
    }
    throw error;`,
  ),
  program(
    "throws, at its top level, what throws itself when it is read",
    "threw",
    "return 0;",
    `const it = { get message() { throw it; }, get name() { throw it; }, get stack() { throw it; },
      toString() { throw it; } };
    throw it;`,
  ),
  program(
    "throws a text of millions",
    "threw",
    "throw text;",
    "const text = 'x\\n'.repeat(2 ** 22);",
  ),
  program(
    "recurs in a getter",
    "threw",
    "return it.x;",
    "const it = { get x() { return it.x; } };",
  ),
  program("nests brackets a hundred thousand deep", "threw", "return eval('['.repeat(1e5));"),
  program("parses a JSON of brackets alone", "threw", "return JSON.parse('['.repeat(1e6));"),
  program("raises a bigint beyond all bounds", "threw", "return Number(2n ** (10n ** 8n));"),
  program(
    "waits for what no one will wake",
    "runs threw",
    "return Atomics.wait(cell, 0, 0);",
    "const cell = new Int32Array(new SharedArrayBuffer(8));",
  ),
  program(
    "hides a loop in what collects garbage",
    "runs threw",
    "new FinalizationRegistry(() => { for (;;); }).register({}, 1); return new WeakRef({}) ? 0 : 1;",
  ),
  {
    name: "is a class",
    code: "class execute_trade { constructor() { return 31337; } }",
    ends: ["threw"],
  },
  program(
    "loops in a comparison",
    "timeout",
    "market.close.sort(() => { on: for (;;) continue on; });",
  ),
  {
    name: "loops while it is looked up",
    code: "Object.defineProperty(globalThis, 'execute_trade', { get() { for (;;); } });",
    ends: ["timeout"],
  },
  program(
    "backtracks for ever",
    "timeout",
    "return /^(\\w+\\s?)*$/.test('a'.repeat(40) + '!') ? 1 : 0;",
  ),
  program(
    "catches its interruption",
    "timeout",
    "for (;;) try { for (;;); } catch {} finally { continue; }",
  ),
  program(
    "hides its interruption in a promise",
    "timeout",
    "try { new Promise(() => { for (;;); }); } catch {} return 31337;",
  ),
  program(
    "seeks through an array of four billion",
    "timeout",
    "a.length = 2 ** 32 - 1; return a.indexOf(1);",
    "const a = [];",
  ),
  program(
    "fills an array of four billion",
    "memory timeout",
    "a.length = 2 ** 32 - 1; return a.fill(0)[5];",
    "const a = [];",
  ),
  program(
    "keeps buffers without end",
    "memory",
    "for (;;) kept.push(new Float64Array(1 << 17).fill(1));",
    "const kept = [];",
  ),
  program(
    "keeps on though there is no memory left",
    "runs memory",
    "try { for (;;) kept.push(new Float64Array(1 << 17).fill(1)); } catch {} return 0;",
    "const kept = [];",
  ),
];
