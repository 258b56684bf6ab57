import type { Fact } from "#core/fact.ts";
import { amountOf, asAmount, write } from "./amount.ts";
import type { Desk } from "./desks.ts";
import type { Random } from "./random.ts";
import { frame, rivalsOf, type Specimen, type Template } from "./specimen.ts";
import { quoted, stakeTemplatesIn } from "./stake-templates.ts";
import type { Wordings } from "./wordings.ts";

/** Every kind of specimen, in the wordings of a set. */
export function templatesIn(words: Wordings): readonly Template[] {
  return [
    level(words),
    level(words),
    level(words),
    table(words),
    twin(words),
    move(words),
    move(words),
    signedMove(words),
    distance(words),
    distance(words),
    growth(words),
    line(words),
    line(words),
    margin(words),
    share(words),
    surprise(words),
    netCash(words),
    yieldMove(words),
    opinions(words),
    indicatorMove(words),
    usualDays(words),
    unnamed(words),
    range(words),
    ...stakeTemplatesIn(words),
    quoted(words, [level(words), move(words), distance(words), twin(words), growth(words)]),
  ];
}

const numberIn = (fact: Fact | null): number | null =>
  typeof fact?.value === "number" ? fact.value : null;

/** Facts whose names may mean each other, so that none is a rival of another. */
function kin(path: string): RegExp {
  const groups = [
    /^(?:price\.close|quote\.)|^price\.(?:high|low)|^ema_10|previous/,
    /pe$|price_to|peg/,
    /eps/,
    /cash|debt/,
    /volume|obv/,
    /^risk\.|^price\.change|volatility/,
    /market_cap|enterprise/,
    /target_price/,
    /beta|correlation/,
    /(?:revenue|income|margin|growth)/,
    /shares/,
    /level|average/,
    /^macd/,
    /^stochastic/,
    /^bollinger/,
    /^recommendations|analyst_count/,
  ];
  const group = groups.find((candidate) => candidate.test(path));
  const own = path.split(".")[0] ?? path;
  return new RegExp(`${group?.source ?? "^$"}|^${own.replace(/[^\w]/g, ".")}|_bars_ago|^desk`);
}

function level(words: Wordings): Template {
  return (desk, random) => named(desk, random, words, random.pick(words.levels), "level");
}

function table(words: Wordings): Template {
  return (desk, random) => named(desk, random, words, random.pick(words.tables), "table");
}

function named(
  desk: Desk,
  random: Random,
  words: Wordings,
  text: string,
  kind: string,
): Specimen | null {
  const path = random.pick(Object.keys(words.names));
  const fact = desk.at(path);
  const amount = amountOf(fact, random);
  if (fact === null || amount === null || amount.value === 0) return null;
  const sign = amount.value < 0 ? "-" : "";
  const exact = amount.unit === "days" || amount.unit === "count" || amount.value < 0;
  const hedge = exact || random.below(6) > 0 ? "" : `${random.pick(words.hedges)} `;
  const name = random.pick(words.names[path] ?? []);
  const shown = text.startsWith("N") ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  return {
    ...frame(text.replace("NAME", shown)),
    kind: `${kind} ${path}`,
    desk,
    amount: { ...amount, sign, hedge },
    rivals: rivalsOf(desk, fact.unit, kin(path)),
  };
}

function twin(words: Wordings): Template {
  return (desk, random) => {
    const paths = Object.keys(words.names);
    const [path, other] = [random.pick(paths), random.pick(paths)];
    const [fact, second] = [desk.at(path), desk.at(other)];
    const [amount, value] = [amountOf(fact, random), amountOf(second, random)];
    if (fact === null || amount === null || value === null || kin(path).test(other)) return null;
    if (amount.value <= 0 || value.value <= 0 || path === other) return null;
    const text = random
      .pick(words.twins)
      .replace("NAME", random.pick(words.names[path] ?? []))
      .replace("OTHER", random.pick(words.names[other] ?? []))
      .replace("VALUE", write(value));
    return {
      ...frame(text),
      kind: `twin ${path} with ${other}`,
      desk,
      amount,
      rivals: rivalsOf(desk, fact.unit, kin(path)),
    };
  };
}

function move(words: Wordings): Template {
  return (desk, random) => moved(desk, random, words, false);
}

function signedMove(words: Wordings): Template {
  return (desk, random) => moved(desk, random, words, true);
}

function moved(desk: Desk, random: Random, words: Wordings, signed: boolean): Specimen | null {
  const prefix = random.pick(Object.keys(words.subjects));
  const [span, another] = [
    random.pick(Object.keys(words.spans)),
    random.pick(Object.keys(words.spans)),
  ];
  const fact = desk.at(`${prefix}_${span}`);
  const amount = amountOf(fact, random);
  if (amount === null || amount.unit !== "percent" || Math.abs(amount.value) < 0.5) return null;
  const other = numberIn(desk.at(`${prefix}_${another}`));
  const fill = (text: string, of: string) =>
    frame(text.replace("SUBJECT", random.pick(words.subjects[prefix] ?? [])).replace("SPAN", of));
  const spanWords = random.pick(words.spans[span] ?? []);
  const otherWords = random.pick(words.spans[another] ?? []);
  const isFar = other !== null && Math.abs(Math.abs(other) - Math.abs(amount.value)) > 0.2;
  const pair = random.pick(words.moves);
  const [up, down] = [pair[0], pair[1]];
  const ahead = amount.value > 0;
  const text = signed ? random.pick(words.signedMoves) : ahead ? up : down;
  return {
    ...fill(text, spanWords),
    kind: `${signed ? "signed " : ""}move ${prefix}_${span}`,
    desk,
    amount: { ...amount, sign: signed ? (ahead ? "+" : "-") : "" },
    ...(signed ? {} : { turned: fill(ahead ? down : up, spanWords) }),
    ...(isFar && another !== span ? { otherPeriod: fill(text, otherWords) } : {}),
    rivals: rivalsOf(desk, "percent", /change|^risk|relative|growth/),
  };
}

const LEVELS = [
  "sma_50",
  "sma_200",
  "ema_10",
  "price.high_52w",
  "price.low_52w",
  "bollinger.upper",
  "stats.target_price_mean",
];

function distance(words: Wordings): Template {
  return (desk, random) => {
    const path = random.pick(LEVELS);
    const [price, mark] = [desk.at("price.close"), desk.at(path)];
    const [from, to] = [numberIn(price), numberIn(mark)];
    if (from === null || to === null || price?.unit !== mark?.unit) return null;
    const gap = (from / to - 1) * 100;
    if (Math.abs(gap) < 0.5) return null;
    const [above, below] = random.pick(words.distances);
    const at = amountOf(mark, random);
    const on = amountOf(price, random);
    if (at === null || on === null) return null;
    const [shownAt, shownOn] = [write({ ...at, decimals: 2 }), write({ ...on, decimals: 2 })];
    const name = random.pick(words.names[path] ?? []);
    const fill = (text: string) =>
      frame(text.replace("LEVEL", name).replace("VALUE", shownAt).replace("PRICE", shownOn));
    return {
      ...fill(gap > 0 ? above : below),
      kind: `distance ${path}`,
      desk,
      amount: asAmount(gap, "percent", null, random),
      turned: fill(gap > 0 ? below : above),
      rivals: rivalsOf(desk, "percent", /from|change/),
    };
  };
}

const KINDS: Readonly<Record<string, string>> = {
  total_revenue: "income",
  net_income: "income",
  operating_income: "income",
  gross_profit: "income",
  ebitda: "income",
  free_cash_flow: "cashflow",
  operating_cash_flow: "cashflow",
  capital_expenditure: "cashflow",
  total_debt: "balance",
  current_assets: "balance",
  total_assets: "balance",
  stockholders_equity: "balance",
  inventory: "balance",
};

function growth(words: Wordings): Template {
  return (desk, random) => {
    const name = random.pick(["total_revenue", "net_income", "operating_income", "free_cash_flow"]);
    const annual = random.below(2) === 0;
    const [now, before] = (annual ? ["annual.0", "annual.1"] : ["quarterly.0", "quarterly.4"]).map(
      (row) => desk.at(`${KINDS[name]}.${row}.${name}`),
    );
    const [to, from] = [numberIn(now ?? null), numberIn(before ?? null)];
    if (to === null || from === null || from <= 0 || to <= 0) return null;
    const change = (to / from - 1) * 100;
    if (Math.abs(change) < 0.5) return null;
    const end = now?.asOf?.slice(0, 10) ?? "";
    const period = random.pick(annual ? words.years : words.quarters).replace("END", end);
    const [up, down] = random.pick(words.growth);
    const lineName = random.pick(words.lineNames[name] ?? []);
    const fill = (text: string) => frame(text.replace("LINE", lineName).replace("PERIOD", period));
    return {
      ...fill(change > 0 ? up : down),
      kind: `growth ${name} ${annual ? "year" : "quarter"}`,
      desk,
      amount: asAmount(change, "percent", null, random),
      turned: fill(change > 0 ? down : up),
      rivals: rivalsOf(desk, "percent", /growth|margin/),
    };
  };
}

function line(words: Wordings): Template {
  return (desk, random) => {
    const name = random.pick(Object.keys(words.lineNames));
    const kind = KINDS[name];
    const annual = random.below(2) === 0;
    const row = random.below(annual ? 3 : 4);
    const rows = annual ? "annual" : "quarterly";
    const fact = desk.at(`${kind}.${rows}.${row}.${name}`);
    const amount = amountOf(fact, random);
    const other = desk.at(`${kind}.${rows}.${row + 1}.${name}`);
    if (fact === null || amount === null || amount.value === 0) return null;
    const text = random.pick(words.lines).replace("LINE", random.pick(words.lineNames[name] ?? []));
    const period = random.pick(annual ? words.years : words.quarters);
    const fill = (of: Fact | null) =>
      frame(text.replace("PERIOD", period.replace("END", of?.asOf?.slice(0, 10) ?? "")));
    const isFar = Math.abs((numberIn(other) ?? amount.value) / amount.value - 1) > 0.02;
    return {
      ...fill(fact),
      kind: `line ${rows}.${row}.${name}`,
      desk,
      amount: { ...amount, sign: amount.value < 0 && name !== "capital_expenditure" ? "-" : "" },
      ...(isFar ? { otherPeriod: fill(other) } : {}),
      rivals: rivalsOf(desk, "currency", new RegExp(`${name}|price|cash`)),
    };
  };
}

function margin(words: Wordings): Template {
  return (desk, random) => {
    const [name, over, under] = random.pick(words.marginNames);
    const annual = random.below(2) === 0;
    const row = annual ? "annual.0" : "quarterly.0";
    const [one, other] = [over, under].map((of) => desk.at(`${KINDS[of]}.${row}.${of}`));
    const [top, bottom] = [numberIn(one ?? null), numberIn(other ?? null)];
    if (top === null || bottom === null || top <= 0) return null;
    const end = one?.asOf?.slice(0, 10) ?? "";
    const period = random.pick(annual ? words.years : words.quarters).replace("END", end);
    return {
      ...frame(random.pick(words.margins).replace("NAME", name).replace("PERIOD", period)),
      kind: `margin ${over}/${under} ${row}`,
      desk,
      amount: asAmount((top / bottom) * 100, "percent", null, random),
      rivals: rivalsOf(desk, "percent", /margin|return/),
    };
  };
}

function share(words: Wordings): Template {
  return (desk, random) => {
    const [one, other] = random.pick([
      ["cashflow.annual.0.free_cash_flow", "income.annual.0.net_income"],
      ["atr_14", "price.close"],
      ["stats.free_cash_flow", "quote.market_cap"],
      ["income.annual.0.operating_income", "income.annual.0.total_revenue"],
    ] as const);
    const [part, whole] = [desk.at(one), desk.at(other)];
    const [over, under] = [numberIn(part), numberIn(whole)];
    if (over === null || under === null || over <= 0 || under <= 0) return null;
    if (part?.currency !== whole?.currency) return null;
    const [shown, base] = [amountOf(part, random), amountOf(whole, random)];
    if (shown === null || base === null) return null;
    const text = random
      .pick(words.shares)
      .replace(
        "ONE",
        random.pick(words.names[one] ?? words.lineNames[one.split(".")[3] ?? ""] ?? []),
      )
      .replace("PART", write({ ...shown, decimals: 2 }))
      .replace(
        "ANOTHER",
        random.pick(words.names[other] ?? words.lineNames[other.split(".")[3] ?? ""] ?? []),
      );
    return {
      ...frame(text),
      kind: `share ${one} of ${other}`,
      desk,
      amount: asAmount((over / under) * 100, "percent", null, random),
      rivals: rivalsOf(desk, "percent", /margin/),
    };
  };
}

function surprise(words: Wordings): Template {
  return (desk, random) => {
    const fact = desk.at("earnings.0.surprise");
    const amount = amountOf(fact, random);
    if (amount === null || Math.abs(amount.value) < 0.3) return null;
    const [up, down] = random.pick(words.surprise);
    const ahead = amount.value > 0;
    return {
      ...frame(ahead ? up : down),
      kind: "surprise",
      desk,
      amount,
      turned: frame(ahead ? down : up),
      rivals: rivalsOf(desk, "percent", /surprise|growth/),
    };
  };
}

function netCash(words: Wordings): Template {
  return (desk, random) => {
    const [cash, debt] = [desk.at("stats.total_cash"), desk.at("stats.total_debt")];
    const [one, other] = [numberIn(cash), numberIn(debt)];
    if (one === null || other === null || one <= other) return null;
    const [held, owed] = [amountOf(cash, random), amountOf(debt, random)];
    if (held === null || owed === null) return null;
    const text = random
      .pick(words.netCash)
      .replace("CASH", write({ ...held, decimals: 2 }))
      .replace("DEBT", write({ ...owed, decimals: 2 }));
    return {
      ...frame(text),
      kind: "net cash",
      desk,
      amount: { ...asAmount(one - other, "money", cash?.currency ?? null, random), decimals: 2 },
      rivals: rivalsOf(desk, "currency", /cash|debt|price/),
    };
  };
}

function yieldMove(words: Wordings): Template {
  return (desk, random) => {
    const span = random.pick(["1m", "3m"]);
    const value = numberIn(desk.at(`macro.ten_year.change_${span}`));
    if (value === null || Math.abs(value) < 0.02) return null;
    const [up, down] = random.pick(words.yields);
    const other = span === "1m" ? "3m" : "1m";
    const otherValue = numberIn(desk.at(`macro.ten_year.change_${other}`));
    const fill = (text: string, of: string) =>
      frame(text.replace("SPAN", random.pick(words.spans[of] ?? [])));
    const text = value > 0 ? up : down;
    const isFar = otherValue !== null && Math.abs(Math.abs(otherValue) - Math.abs(value)) > 0.011;
    return {
      ...fill(text, span),
      kind: `yield ${span}`,
      desk,
      amount: { ...asAmount(value, "points_of_percent", null, random), decimals: 2 },
      turned: fill(value > 0 ? down : up, span),
      ...(isFar ? { otherPeriod: fill(text, other) } : {}),
      rivals: [],
    };
  };
}

function opinions(words: Wordings): Template {
  return (desk, random) => {
    const counts = ["strong_buy", "buy", "hold", "sell", "strong_sell"].map((grade) =>
      numberIn(desk.at(`recommendations.0.${grade}`)),
    );
    const [strong, buy] = counts;
    const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (strong == null || buy == null || total === 0 || strong + buy < 2) return null;
    return {
      ...frame(random.pick(words.opinions).replace("TOTAL", String(total))),
      kind: "opinions",
      desk,
      amount: asAmount(strong + buy, "count", null, random),
      rivals: [],
    };
  };
}

function indicatorMove(words: Wordings): Template {
  return (desk, random) => {
    const path = random.pick(["rsi_14", "adx_14", "mfi_14", "atr_14", "sma_50"]);
    const [now, then] = [desk.at(path), desk.at(`${path}.5_bars_ago`)];
    const [to, from] = [amountOf(now, random), amountOf(then, random)];
    if (to === null || from === null || Math.abs(to.value / from.value - 1) < 0.02) return null;
    const [up, down] = random.pick(words.indicatorMoves);
    const text = to.value > from.value ? up : down;
    return {
      ...frame(
        text.replace("NAME", random.pick(words.names[path] ?? [])).replace("VALUE", write(to)),
      ),
      kind: `five bars ${path}`,
      desk,
      amount: from,
      rivals: rivalsOf(desk, from.unit === "money" ? "currency" : "points", kin(path)),
    };
  };
}

function usualDays(words: Wordings): Template {
  return (desk, random) => {
    const fact = desk.at("atr_14");
    const value = numberIn(fact);
    const atr = amountOf(fact, random);
    if (value === null || atr === null || atr.unit !== "money") return null;
    return {
      ...frame(random.pick(words.usualDays).replace("VALUE", write(atr))),
      kind: "two usual days",
      desk,
      amount: asAmount(2 * value, "money", fact?.currency ?? null, random),
      rivals: [],
    };
  };
}

function range(words: Wordings): Template {
  return (desk, random) => {
    const [lower, upper] = [desk.at("bollinger.lower"), desk.at("bollinger.upper")];
    const [low, high] = [amountOf(lower, random), amountOf(upper, random)];
    if (upper === null || low === null || high === null || low.value <= 0) return null;
    return {
      ...frame(random.pick(words.ranges).replace("LOW", write(low))),
      kind: "range",
      desk,
      amount: high,
      rivals: rivalsOf(desk, upper.unit, kin("bollinger.upper")),
    };
  };
}

function unnamed(words: Wordings): Template {
  return (desk, random) => {
    const fact = random.pick(desk.facts);
    const amount = amountOf(fact, random);
    if (amount === null || amount.value <= 0 || digits(amount.value) === null) return null;
    if (amount.unit === "count" || amount.unit === "days" || amount.unit === "shares") return null;
    if (fact.path.includes("bars_ago") || fact.path.startsWith("macro.ten_year.change"))
      return null;
    const decimals =
      amount.value / 1 >= 1000 && amount.scale === "" ? 2 : Math.max(amount.decimals, 2);
    const scaled = { ...amount, decimals };
    if (write(scaled).replace(/\D/g, "").length < 4) return null;
    return {
      ...frame(random.pick(words.unnamed)),
      kind: `unnamed ${fact.path}`,
      desk,
      amount: scaled,
      rivals: [],
    };
  };
}

function digits(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
