import type { Fact } from "#core/fact.ts";
import { type Amount, amountOf, asAmount, write } from "./amount.ts";
import type { Random } from "./random.ts";
import { type Frame, frame, rivalsOf, type Template } from "./specimen.ts";
import type { Wordings } from "./wordings.ts";

/** Specimens of what a trade may win and lose, and of what others say, in the wordings of a set. */
export function stakeTemplatesIn(words: Wordings): readonly Template[] {
  return [room(words), stake(words), stake(words), portion(words)];
}

/** How far it is from the price to the ends of the last 20 bars. */
function room(words: Wordings): Template {
  return (desk, random) => {
    const isUp = random.below(2) === 0;
    const path = isUp ? "price.resistance_20" : "price.support_20";
    const [price, level] = [desk.at("price.close"), desk.at(path)];
    const [from, to] = [exact(price, random), exact(level, random)];
    if (from === null || to === null) return null;
    const gap = (to.value / from.value - 1) * 100;
    if (Math.abs(gap) < 0.5 || gap > 0 !== isUp) return null;
    const [up, down] = random.pick(words.rooms);
    const name = random.pick(words.names[path] ?? []);
    const fill = (text: string) =>
      frame(text.replace("PRICE", write(from)).replace("LEVEL", name).replace("VALUE", write(to)));
    return {
      ...fill(isUp ? up : down),
      kind: `room ${path}`,
      desk,
      amount: asAmount(gap, "percent", null, random),
      turned: fill(isUp ? down : up),
      rivals: rivalsOf(desk, "percent", /from|change/),
    };
  };
}

/** The levels of a plan, the ways between them, and what may be won for each that is risked. */
function stake(words: Wordings): Template {
  return (desk, random) => {
    const [entry, stop, target] = ["entry", "stop", "target"].map((name) =>
      exact(desk.at(`desk.plan.${name}`), random),
    );
    if (entry == null || stop == null || target == null) return null;
    const [gain, loss] = [target, stop].map(({ value }) => (value / entry.value - 1) * 100);
    if (gain === undefined || loss === undefined || Math.min(-gain * loss, Math.abs(gain)) < 0.3) {
      return null;
    }
    const ratio = Math.abs(gain / loss);
    const percent = (value: number) => ({
      ...asAmount(value, "percent", null, random),
      decimals: 2,
    });
    const parts = {
      ENTRY: entry,
      STOP: stop,
      TARGET: target,
      GAIN: percent(gain),
      LOSS: percent(loss),
      RATIO: { ...asAmount(ratio, "number", null, random), decimals: 2 },
    };
    const text = random.pick(words.stakes);
    const asked = random.pick(["ENTRY", "STOP", "TARGET", "GAIN", "LOSS", "RATIO"] as const);
    if (!text.includes(asked)) return null;
    const isAlike = asked === "RATIO" && Math.abs(ratio - 1) < 0.1;
    return {
      ...filled(text, asked, parts),
      kind: `stake ${asked}`,
      isRatio: asked === "RATIO",
      desk,
      amount: parts[asked],
      ...(asked === "RATIO" && !isAlike ? { mistakes: [1 / ratio] } : {}),
      rivals: [],
    };
  };
}

/** What a bad day takes of a whole of which only a part is in it. */
function portion(words: Wordings): Template {
  return (desk, random) => {
    const [size, risk] = [
      amountOf(desk.at("desk.plan.size"), random),
      amountOf(desk.at("risk.value_at_risk_95"), random),
    ];
    if (size === null || risk === null) return null;
    const value = (size.value * risk.value) / 100;
    const part = { ...asAmount(value, "percent", null, random), decimals: 2 };
    const parts = { SIZE: { ...size, decimals: 1 }, RISK: { ...risk, decimals: 2 }, PART: part };
    const asked = random.pick(["RISK", "PART", "PART"] as const);
    return {
      ...filled(random.pick(words.portions), asked, parts),
      kind: `portion ${asked}`,
      desk,
      amount: parts[asked],
      ...(asked === "PART" ? { mistakes: [risk.value / 2, size.value / 10] } : {}),
      rivals: [],
    };
  };
}

/** A specimen in the words of somebody else, beside another figure. */
export function quoted(words: Wordings, said: readonly Template[]): Template {
  return (desk, random) => {
    const specimen = random.pick(said)(desk, random);
    const other = random.pick(Object.keys(words.names));
    const value = amountOf(desk.at(other), random);
    if (specimen === null || value === null || value.value <= 0) return null;
    const [before = "", after = ""] = random
      .pick(words.quotes)
      .replace("OTHER", random.pick(words.names[other] ?? []))
      .replace("VALUE", write(value))
      .split("QUOTE");
    const within = (text: Frame) => ({
      before: `${before}${text.before}`,
      after: `${text.after.replace(/\.$/, "")}${after}`,
    });
    const { turned, otherPeriod } = specimen;
    return {
      ...specimen,
      ...within(specimen),
      kind: `quoted ${specimen.kind}`,
      ...(turned === undefined ? {} : { turned: within(turned) }),
      ...(otherPeriod === undefined ? {} : { otherPeriod: within(otherPeriod) }),
    };
  };
}

/** A text whose parts are written out, but for the one that is asked for. */
function filled(text: string, asked: string, parts: Readonly<Record<string, Amount>>): Frame {
  const whole = Object.entries(parts).reduce(
    (left, [name, amount]) => left.replace(name, name === asked ? "@" : write(amount)),
    text,
  );
  return frame(whole);
}

function exact(fact: Fact | null, random: Random): Amount | null {
  const amount = amountOf(fact, random);
  return amount === null ? null : { ...amount, decimals: amount.value < 10 ? 4 : 2 };
}
