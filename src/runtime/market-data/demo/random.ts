/**
 * A stream of numbers that its key alone decides, the same on every machine: integer steps and
 * plain arithmetic only, since Math.log, exp and cos may differ from one engine to the next.
 */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** Mean 0, variance 1, within ±4.25: a sum of uniforms. */
  normal(): number;
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** mulberry32 (Tommy Ettinger), seeded with the FNV-1a hash of the key. */
export function seededRandom(key: string): Random {
  let state = hash(key);
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * uniform();
  const whole = (low: number, high: number) => low + Math.floor((high - low + 1) * uniform());
  return {
    uniform,
    // Six uniforms have mean 3 and variance 1/2.
    normal: () =>
      (uniform() + uniform() + uniform() + uniform() + uniform() + uniform() - 3) * Math.SQRT2,
    between,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  };
}

function hash(key: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    bits = Math.imul(bits ^ key.charCodeAt(at), 0x01000193);
  }
  return bits;
}
