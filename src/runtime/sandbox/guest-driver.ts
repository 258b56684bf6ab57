/** What a console has; here they all do nothing. */
export const CONSOLE_METHODS =
  "assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log table time timeEnd timeLog trace warn";

/**
 * What stands around a strategy inside its VM: an expression that gives the functions by which the host
 * drives it. Evaluated before the strategy, so all that it calls later is captured here: a strategy may
 * overwrite every intrinsic and breaks nothing but itself.
 *
 * `begin(symbol, time, console)` sets the clock to the first bar's time; `use(f)` names the function to
 * ask; `step(…)` shows it one bar more and returns its number, NaN where what it gave is none that is
 * finite, Infinity where it threw; `last()` is what it gave or threw; `stackOf(error)` and `clip(text)`
 * read what may be long or odd.
 */
export const GUEST_DRIVER = `(() => {
  "use strict";
  const { apply, construct } = Reflect;
  const { slice } = String.prototype;
  const { get: readStack } = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
  const PlainDate = Date;
  const time = [], open = [], high = [], low = [], close = [], volume = [];
  let symbol = "";
  let now = 0;
  let bars = 0;
  let decide;
  let last;

  PlainDate.now = () => now;
  globalThis.Date = PlainDate.prototype.constructor = new Proxy(PlainDate, {
    __proto__: null,
    apply: () => new PlainDate(now).toString(),
    construct: (date, given, as) => construct(date, given.length === 0 ? [now] : given, as),
  });

  // Else a strategy could make errors that pass for the engine's own.
  delete InternalError.prototype.constructor;
  delete globalThis.InternalError;

  // Else a strategy could take these very functions off the stack.
  Object.defineProperty(Error, "prepareStackTrace", {
    value: undefined, writable: false, configurable: false,
  });

  const clip = (text) => apply(slice, text, [0, 1000]);

  return {
    begin(name, first, methods) {
      symbol = name;
      now = first;
      const console = {};
      for (const method of methods.split(" ")) console[method] = () => {};
      Object.defineProperty(globalThis, "console", {
        value: console, writable: true, configurable: true,
      });
    },
    use(f) {
      decide = f;
    },
    step(at, o, h, l, c, v, cash, shares, equity) {
      try {
        now = at;
        time[bars] = at;
        open[bars] = o;
        high[bars] = h;
        low[bars] = l;
        close[bars] = c;
        volume[bars] = v;
        bars += 1;
        last = decide(
          { symbol, time, open, high, low, close, volume },
          { cash, shares, equity },
        );
        return typeof last === "number" && last - last === 0 ? last : NaN;
      } catch (thrown) {
        last = thrown;
        return Infinity;
      }
    },
    last: () => last,
    stackOf(error) {
      const stack = apply(readStack, error, []);
      return typeof stack === "string" ? clip(stack) : "";
    },
    clip,
  };
})()`;
