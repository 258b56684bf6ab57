/** c[0] + c[1] x + c[2] x^2 and so on. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const NUMERATOR = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165,
  0.700383064443688, 0.0352624965998911,
];
const DENOMINATOR = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461,
  16.064177579207, 1.75566716318264, 0.0883883476483184,
];
const FAR = 7.07106781186547;
const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * How likely a standard normal number is below x.
 *
 * Hart's algorithm 5666 (Computer Approximations, 1968) as West gives it (Better Approximations to
 * Cumulative Normal Functions, Wilmott Magazine, 2005): within 1e-15, whatever x is.
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  const density = Math.exp((-distance * distance) / 2);
  const tail =
    distance < FAR
      ? (density * polynomial(NUMERATOR, distance)) / polynomial(DENOMINATOR, distance)
      : density / (ROOT_OF_TWO_PI * millsFraction(distance));
  return x > 0 ? 1 - tail : tail;
}

/** Density over tail far out: x + 1 / (x + 2 / (x + 3 / ...)). */
function millsFraction(x: number): number {
  return [4, 3, 2, 1].reduce((fraction, place) => x + place / fraction, x + 0.65);
}

const CENTRE = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
};
const FLANK = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const TAIL = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/**
 * The number that a standard normal one is below with a probability; infinite for 0 and 1, NaN beyond.
 *
 * Wichura's algorithm AS 241, PPND16 (Applied Statistics 37, 1988): within 1e-15 of the number itself.
 */
export function normalQuantile(probability: number): number {
  const offset = probability - 0.5;
  if (Math.abs(offset) <= 0.425) return offset * fraction(CENTRE, 0.180625 - offset * offset);
  const tail = Math.min(probability, 1 - probability);
  if (tail === 0) return offset * Number.POSITIVE_INFINITY;
  const depth = Math.sqrt(-Math.log(tail));
  const size = depth <= 5 ? fraction(FLANK, depth - 1.6) : fraction(TAIL, depth - 5);
  return Math.sign(offset) * size;
}

function fraction({ over, under }: typeof CENTRE, x: number): number {
  return polynomial(over, x) / polynomial(under, x);
}
