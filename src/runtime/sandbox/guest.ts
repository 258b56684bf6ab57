import { EvalFlags, JSException, type JSValueHandle, type QuickJS } from "quickjs-wasi";
import type { Deadline } from "./deadline.ts";
import { StrategyFault } from "./fault.ts";
import { CONSOLE_METHODS, GUEST_DRIVER } from "./guest-driver.ts";
import { guestText, lineIn } from "./guest-text.ts";
import { kindOfValue, ownText } from "./guest-values.ts";

const FILE = "strategy.js";
const OUT_OF_MEMORY = "out of memory";
const NOT_PLAIN = new Map([
  ["AsyncFunction", "an async function"],
  ["GeneratorFunction", "a generator"],
  ["AsyncGeneratorFunction", "an async generator"],
]);

/**
 * A strategy in its VM. Promises in it are never settled: nobody waits. Every method throws StrategyFault
 * `timeout` where the deadline has passed, and `memory` where there is none left.
 */
export class Guest {
  readonly #vm: QuickJS;
  readonly #deadline: Deadline;
  readonly #driver: JSValueHandle;
  readonly #step: JSValueHandle;
  /** What the engine's own errors are made of. */
  readonly #internal: JSValueHandle;

  /**
   * @param vm fresh: one is good for one strategy
   * @param firstTime when the first bar begins, in epoch milliseconds: what the clock stands at till then
   */
  constructor(vm: QuickJS, deadline: Deadline, symbol: string, firstTime: number) {
    this.#vm = vm;
    this.#deadline = deadline;
    this.#internal = vm.evalCode("InternalError.prototype");
    this.#driver = vm.evalCode(GUEST_DRIVER, "driver.js");
    this.#step = this.#driver.getProp("step");
    this.#ask(
      "begin",
      vm.newString(symbol),
      vm.newNumber(firstTime),
      vm.newString(CONSOLE_METHODS),
    );
  }

  /** @throws StrategyFault `syntax`, `threw` (at its top level), `no_function` or `asynchronous` */
  load(code: string): void {
    this.#guarded(() => {
      this.#check(code);
      this.#run(code);
      const decide = this.#run("typeof execute_trade === 'function' ? execute_trade : undefined");
      if (decide.isUndefined) throw new StrategyFault("no_function");
      const notPlain = NOT_PLAIN.get(decide.className ?? "");
      if (notPlain !== undefined) throw new StrategyFault("asynchronous", notPlain);
      this.#ask("use", decide);
    });
  }

  /**
   * Shows it one bar more and asks it.
   *
   * @param seen the bar's time, open, high, low, close and volume; cash, shares and equity
   * @returns what it gave; NaN where that is no finite number, Infinity where it threw
   */
  step(seen: readonly number[]): number {
    return this.#guarded(() => {
      const numbers = seen.map((value) => this.#vm.newNumber(value));
      const answer = this.#vm.callFunction(this.#step, this.#vm.undefined, ...numbers);
      const given = answer.toNumber();
      // Called on every bar: by hand this takes half as long as by a scope.
      for (const handle of [answer, ...numbers]) handle.dispose();
      if (given === Number.POSITIVE_INFINITY) {
        this.#vm.withScope(() => this.#refuseOutOfMemory(this.#ask("last")));
      }
      return given;
    });
  }

  /** What the last call gave that is no finite number, in a word. */
  given(): string {
    return this.#guarded(() => kindOfValue(this.#ask("last")));
  }

  /** What the last call threw, in its words. */
  thrown(): string {
    return this.#guarded(() => this.#wordsOf(this.#ask("last")));
  }

  /** Reads the code without running any of it. */
  #check(code: string): void {
    try {
      this.#vm.evalCode(code, FILE, EvalFlags.COMPILE_ONLY);
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      this.#refuseOutOfMemory(thrown.handle);
      throw new StrategyFault("syntax", this.#wordsOf(thrown.handle));
    }
  }

  #run(code: string): JSValueHandle {
    try {
      return this.#vm.evalCode(code, FILE);
    } catch (thrown) {
      if (!(thrown instanceof JSException)) throw thrown;
      this.#refuseOutOfMemory(thrown.handle);
      throw new StrategyFault("threw", `before its first bar: ${this.#wordsOf(thrown.handle)}`);
    }
  }

  #ask(name: string, ...given: JSValueHandle[]): JSValueHandle {
    return this.#vm.callFunction(this.#driver.getProp(name), this.#vm.undefined, ...given);
  }

  /** Runs none of its code: a getter might never end. */
  #wordsOf(thrown: JSValueHandle): string {
    const message = thrown.isString ? thrown : ownText(thrown, "message");
    const words = message === null ? "" : this.#ask("clip", message).toString();
    const stack = thrown.isError && !thrown.isProxy ? this.#ask("stackOf", thrown).toString() : "";
    return guestText(words === "" ? kindOfValue(thrown) : words, lineIn(stack, FILE));
  }

  /** By the engine's own words, in an error of the class that only the engine makes. */
  #refuseOutOfMemory(thrown: JSValueHandle): void {
    if (!thrown.isError || thrown.isProxy) return;
    if (thrown.getPrototypeOf().identity !== this.#internal.identity) return;
    const message = ownText(thrown, "message");
    if (message?.length === OUT_OF_MEMORY.length && message.toString() === OUT_OF_MEMORY) {
      throw new StrategyFault("memory");
    }
  }

  /** A strategy may have caught its interruption: what it gives after that does not count. */
  #guarded<T>(work: () => T): T {
    try {
      const value = work();
      if (!this.#deadline.isOver) return value;
    } catch (thrown) {
      if (!this.#deadline.isOver) throw thrown;
    }
    throw new StrategyFault("timeout");
  }
}
