/** Functions that the built-in authors' programs share, each as it stands in them. */

/** The mean of the last values, brought up to date bar by bar. */
export const rollingMean = `// The mean of the last \`length\` values, brought up to date bar by bar; else NaN.
function rollingMean(length) {
  let sum = 0;
  return (values) => {
    const count = values.length;
    sum += values[count - 1] - (count > length ? values[count - 1 - length] : 0);
    return count < length ? NaN : sum / length;
  };
}`;

/** Wilder's average of true ranges, in price. */
export const averageTrueRange = `// Wilder's average true range, in price, brought up to date at each bar.
function averageTrueRange(length) {
  let average = 0;
  return ({ high, low, close }) => {
    const count = close.length;
    const before = close[Math.max(0, count - 2)];
    const range = Math.max(high[count - 1], before) - Math.min(low[count - 1], before);
    average += (range - average) / Math.min(count, length);
    return average;
  };
}`;

/** The volatility of daily returns, a year. */
export const rollingVolatility = `// Volatility a year, brought up to date at each bar; a return counts half after \`length\` bars.
function rollingVolatility(length) {
  const decay = 0.5 ** (1 / length);
  let variance = 0;
  return (close) => {
    const count = close.length;
    if (count < 2) return NaN;
    const move = Math.log(close[count - 1] / close[count - 2]);
    const weight = Math.max(1 - decay, 1 / (count - 1));
    variance += weight * (move * move - variance);
    return Math.sqrt(252 * variance);
  };
}`;

/** The order that brings a position to its weight. */
export const orderToward = `// Shares to trade so that \`weight\` of the equity is held; none while it is within \`band\` of it.
function orderToward(weight, band, price, { shares, equity }) {
  if (weight === 0) return -shares;
  const change = (weight * equity) / price - shares;
  return Math.abs(change) * price > band * equity ? change : 0;
}`;

/** The highest and the lowest of some bars. */
export const channel = `// The highest of the \`length\` values before the last.
function highestBefore(values, length) {
  const last = values.length - 1;
  let highest = values[last - length];
  for (let i = last - length + 1; i < last; i++) {
    if (values[i] > highest) highest = values[i];
  }
  return highest;
}

// The lowest of the \`length\` values before the last.
function lowestBefore(values, length) {
  const last = values.length - 1;
  let lowest = values[last - length];
  for (let i = last - length + 1; i < last; i++) {
    if (values[i] < lowest) lowest = values[i];
  }
  return lowest;
}`;
