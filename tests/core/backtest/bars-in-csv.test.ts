import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { barsInCsv } from "#core/backtest/bars-in-csv.ts";
import { codeOf, messageOf } from "#core/errors.ts";

const HEADINGS = "Date,Open,High,Low,Close,Volume";

function read(text: string, options: { symbol?: string | null; adjusted?: boolean } = {}) {
  return barsInCsv(text, { file: "data/prices.csv", symbol: null, ...options });
}

/** A table of the usual headings. */
function table(...rows: readonly string[]): string {
  return [HEADINGS, ...rows, ""].join("\n");
}

function errorOf(text: string, options = {}) {
  try {
    read(text, options);
  } catch (thrown) {
    return { code: codeOf(thrown, "usage"), message: messageOf(thrown) };
  }
  throw new Error("nothing was thrown");
}

const MONDAY = "2024-01-08,10,12,9,11,1000";
const TUESDAY = "2024-01-09,11,13,10,12,2000";
const WEDNESDAY = "2024-01-10,12,14,11,13,3000";

const TWO_BARS = {
  dates: ["2024-01-08", "2024-01-09"],
  open: [10, 11],
  high: [12, 13],
  low: [9, 10],
  close: [11, 12],
  volume: [1000, 2000],
};

describe("bars in CSV", () => {
  it("are read as columns, named after the file where nothing else names them", () => {
    expect(read(table(MONDAY, TUESDAY))).toEqual({
      bars: { symbol: "prices", ...TWO_BARS },
      warnings: [],
    });
  });

  it.each([
    [
      "headings in another order and case",
      "volume,CLOSE,low,High,open,date\n1000,11,9,12,10,2024-01-08\n2000,12,10,13,11,2024-01-09",
    ],
    [
      "columns that nobody asked for",
      "x,Date,Open,High,Low,Close,Volume,y\na,2024-01-08,10,12,9,11,1000,\nb,2024-01-09,11,13,10,12,2000,",
    ],
    ["semicolons", table(MONDAY, TUESDAY).replaceAll(",", ";")],
    ["tabs", table(MONDAY, TUESDAY).replaceAll(",", "\t")],
    ["a byte order mark", `\uFEFF${table(MONDAY, TUESDAY)}`],
    ["line ends of Windows", table(MONDAY, TUESDAY).replaceAll("\n", "\r\n")],
    ["line ends of several kinds", `${HEADINGS}\r\n${MONDAY}\n${TUESDAY}\r\n`],
    ["line ends of old Macs", table(MONDAY, TUESDAY).replaceAll("\n", "\r")],
    ["no line end at the end", table(MONDAY, TUESDAY).trimEnd()],
    ["quoted fields", table(MONDAY, TUESDAY).replace(/[^,\n]+/g, '"$&"')],
    ["blanks around fields", table(MONDAY, TUESDAY).replaceAll(",", " , ")],
    ["empty rows", `\n${HEADINGS}\n\n${MONDAY}\n,,,,,\n${TUESDAY}\n\n`],
    [
      "a Datetime with a time zone",
      table(MONDAY, TUESDAY)
        .replace("Date", "Datetime")
        .replaceAll(/(2024-\d\d-\d\d)/g, "$1 00:00:00-05:00"),
    ],
    [
      "a Timestamp",
      table(MONDAY, TUESDAY)
        .replace("Date", "Timestamp")
        .replaceAll(/(2024-\d\d-\d\d)/g, "$1T14:30:00.000Z"),
    ],
    ["days without dashes", table(MONDAY, TUESDAY).replaceAll("-", "")],
    ["figures with exponents and signs", table("2024-01-08,1e1,+12,9.0,11.,1E3", TUESDAY)],
  ])("may have %s", (_, text) => {
    const { bars, warnings } = read(text);
    expect({ ...bars }).toEqual({ symbol: "prices", ...TWO_BARS });
    expect(warnings).toEqual([]);
  });

  it("are of the symbol that stands before the headings, unless another is said", () => {
    const text = table(MONDAY, TUESDAY).replaceAll(/(?<=,)(?=[A-Z])/g, "BRK.B.");
    expect(read(text).bars).toEqual({ symbol: "BRK.B", ...TWO_BARS });
    expect(read(text, { symbol: "OTHER" }).bars.symbol).toBe("OTHER");
  });

  it("of several symbols need one to be chosen", () => {
    const text = [
      "Date,A.Open,A.High,A.Low,A.Close,A.Volume,B.Open,B.High,B.Low,B.Close,B.Volume",
      "2024-01-08,1,1,1,1,1,10,12,9,11,1000",
      "2024-01-09,2,2,2,2,2,11,13,10,12,2000",
    ].join("\n");
    expect(read(text, { symbol: "B" }).bars).toEqual({ symbol: "B", ...TWO_BARS });
    expect(errorOf(text)).toMatchObject({
      code: "bad_response",
      message: expect.stringContaining("columns of A, B. Choose one with --symbol"),
    });
  });

  it("without all columns are an error that names the missing and those that are there", () => {
    const { code, message } = errorOf("Date,Open,High,Close,Turnover\n2024-01-08,1,1,1,1\n");
    expect(code).toBe("bad_response");
    expect(message).toContain('"data/prices.csv" has no column Low, Volume.');
    expect(message).toContain('"Date", "Open", "High", "Close", "Turnover"');
  });

  it("with a column twice are an error", () => {
    expect(errorOf(`${HEADINGS},close\n${MONDAY},5\n`).message).toContain('"close" twice');
  });

  it.each([
    ["an empty file", "", "it is empty"],
    ["a file of blanks", " \n\n", "it is empty"],
    ["a binary file", "PK\u0003\u0004\u0000\u0000", "line 1 holds the control character U+0003"],
    [
      "a sequence for a terminal",
      table(MONDAY, `\u001b[31m${TUESDAY}`),
      "line 3 holds the control character U+001B, which no table in text has",
    ],
    ["a quote that is never closed", table(MONDAY, `"${TUESDAY}`), "line 3"],
    ["headings alone", table(), "0 bars"],
    ["a single bar", table(MONDAY), "1 bar that can be used; a backtest needs at least 2."],
    [
      "a date of another form",
      table(MONDAY, ...[9, 10].map((day) => TUESDAY.replace("2024-01-09", `01/${day}/2024`))),
      'line 3: Date is "01/9/2024", not a day of the form YYYY-MM-DD',
    ],
    ["days that do not exist", table("2024-02-30,1,1,1,1,1"), 'line 2: Date is "2024-02-30"'],
    [
      "seconds in place of days",
      table("1704672000,1,1,1,1,1", "1704758400,1,1,1,1,1"),
      'line 2: Date is "1704672000"',
    ],
  ])("of %s are an error that says so", (_, text, words) => {
    const { code, message } = errorOf(text);
    expect(code).toBe("bad_response");
    expect(message).toContain(words);
  });

  it("that are not in order are sorted, and counted", () => {
    const { bars, warnings } = read(table(TUESDAY, MONDAY));
    expect(bars).toEqual({ symbol: "prices", ...TWO_BARS });
    expect(warnings).toEqual([
      "The rows were sorted by date: 1 row stands behind a later one, first 2024-01-08 in line 3.",
    ]);
  });

  it("of a day that is there again are those of its last row, with a word on whether they differ", () => {
    const other = MONDAY.replace("11,1000", "10,999");
    const differing = read(table(other, MONDAY, TUESDAY, WEDNESDAY));
    expect(differing.bars.close).toEqual([11, 12, 13]);
    expect(differing.warnings).toEqual([
      "1 row of a day that has a later row left out, 1 of them with other figures than the one kept; first 2024-01-08 in line 2.",
    ]);
    const same = read(table(MONDAY, MONDAY, TUESDAY, TUESDAY));
    expect(same.bars).toEqual({ symbol: "prices", ...TWO_BARS });
    expect(same.warnings[0]).toContain(
      "2 rows of a day that has a later row left out, all with the same figures",
    );
  });

  it("are an error where most days have several that differ: no daily data", () => {
    const hours = [9, 10, 11].flatMap((hour) =>
      ["2024-01-08", "2024-01-09"].map((day) => `${day} ${hour}:00,${hour},13,8,11,1`),
    );
    const { code, message } = errorOf(table(...hours));
    expect(code).toBe("bad_response");
    expect(message).toContain("holds no daily data: 2 of its 2 days");
  });

  it.each([
    [
      "NaN",
      "2024-01-10,12,14,11,NaN,3000",
      '1 row with a price or volume that is no number left out: Close is "NaN" in line 4.',
    ],
    ["nothing", "2024-01-10,,14,11,13,3000", 'Open is "" in line 4.'],
    ["words", "2024-01-10,12,n/a,11,13,3000", 'High is "n/a" in line 4.'],
    ["Infinity", "2024-01-10,12,Infinity,11,13,3000", 'High is "Infinity" in line 4.'],
    ["more than a number can hold", "2024-01-10,12,1e999,11,13,3000", 'High is "1e999" in line 4.'],
    ["fewer fields", "2024-01-10,12,14", 'Low is "" in line 4.'],
    [
      "a price of zero",
      "2024-01-10,12,14,0,13,3000",
      "1 row with a price of 0 or less left out: Low is 0 in line 4.",
    ],
    ["a price below zero", "2024-01-10,12,14,11,-13,3000", "Close is -13 in line 4."],
    [
      "a price beyond all",
      "2024-01-10,12,14,11,1e300,3000",
      "1 row with a price that no market has dealt at left out: Close is 1e300 in line 4.",
    ],
    [
      "a volume below zero",
      "2024-01-10,12,14,11,13,-1",
      "1 row with a volume below 0 left out: Volume is -1 in line 4.",
    ],
    [
      "decimal commas",
      "2024-01-10,12,5,14,5,11,5,13,5,3000",
      "1 row with more fields than there are headings left out",
    ],
    [
      "a date of another form",
      "10/01/2024,12,14,11,13,3000",
      '1 row with a date that is not a day of the form YYYY-MM-DD, with or without a time behind it, or YYYYMMDD, left out: Date is "10/01/2024" in line 4.',
    ],
    ["a day that does not exist", "2024-02-30,12,14,11,13,3000", 'Date is "2024-02-30" in line 4.'],
    ["no date", ",12,14,11,13,3000", "1 row without a date left out"],
  ])("with %s in a row go on without it, and count it", (_, row, words) => {
    const { bars, warnings } = read(table(MONDAY, TUESDAY, row));
    expect(bars).toEqual({ symbol: "prices", ...TWO_BARS });
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  it("count what was left out by its kind, and name the first", () => {
    const { warnings } = read(
      table(
        MONDAY,
        "2024-01-03,x,1,1,1,1",
        "2024-01-04,0,1,1,1,1",
        "2024-01-05,1,1,1,y,1",
        TUESDAY,
      ),
    );
    expect(warnings).toEqual([
      '2 rows with a price or volume that is no number left out, first: Open is "x" in line 3.',
      "1 row with a price of 0 or less left out: Open is 0 in line 4.",
    ]);
  });

  it("say why too few are left", () => {
    expect(errorOf(table(MONDAY, "2024-01-09,x,1,1,1,1")).message).toContain(
      'Open is "x" in line 3',
    );
  });

  it("say what is wrong with most rows where none is left", () => {
    const without = (row: string) => row.replace(/\d+$/, "N/A");
    const rows = ["2024-01-05,x,1,1,1,1", ...[MONDAY, TUESDAY, WEDNESDAY].map(without)];
    expect(errorOf(table(...rows)).message).toBe(
      '"data/prices.csv" holds 0 bars that can be used; a backtest needs at least 2. All rows were left out, 3 of 4 for the same reason: Volume is "N/A", first in line 3.',
    );
  });

  it("say what is wrong of each kind where none is left and no two rows are alike", () => {
    const { message } = errorOf(
      table("2024-01-05,x,1,1,1,1", "2024-01-08,1,y,1,1,1", ",1,1,1,1,1"),
    );
    expect(message).toContain("2 rows with a price or volume that is no number left out");
    expect(message).toContain("1 row without a date left out");
  });

  it("whose prices do not fit together are kept, and counted", () => {
    const { bars, warnings } = read(
      table(
        "2024-01-05,10,9,11,10,1",
        "2024-01-08,10,12,9,13,1",
        "2024-01-09,10,12,9,12.0000001,1",
      ),
    );
    expect(bars.high).toEqual([9, 12, 12]);
    expect(warnings).toEqual([
      "2 bars with a high below the low, or an open or close beyond them, kept as they stand; first 2024-01-05 in line 2: open 10, high 9, low 11, close 10.",
    ]);
  });

  const adjustable = [`${HEADINGS},Adj Close`, `${MONDAY},5.5`, `${TUESDAY},12`].join("\n");

  it("with adjusted closes are used as they stand, and say that they could be adjusted", () => {
    const { bars, warnings } = read(adjustable);
    expect(bars).toEqual({ symbol: "prices", ...TWO_BARS });
    expect(warnings).toEqual([
      expect.stringMatching(/1 bar has another adjusted close.+--adjusted/),
    ]);
  });

  it("are scaled by adjusted close / close when asked to, volumes left alone", () => {
    const { bars, warnings } = read(adjustable, { adjusted: true });
    expect(bars).toEqual({
      symbol: "prices",
      dates: TWO_BARS.dates,
      open: [5, 11],
      high: [6, 13],
      low: [4.5, 10],
      close: [5.5, 12],
      volume: [1000, 2000],
    });
    expect(warnings).toEqual([]);
  });

  it("go on without those that have no adjusted close when asked to adjust", () => {
    const { bars, warnings } = read(`${adjustable}\n${WEDNESDAY},0`, { adjusted: true });
    expect(bars.dates).toEqual(TWO_BARS.dates);
    expect(warnings).toEqual([
      '1 row without an adjusted close above 0 left out: it is "0" in line 4.',
    ]);
  });

  it("cannot be adjusted without a column for it", () => {
    expect(errorOf(table(MONDAY, TUESDAY), { adjusted: true }).message).toContain(
      "no column of adjusted closes",
    );
  });
});

const recorded = new URL("../../../../shared/data/ohlcv/", import.meta.url);

describe.skipIf(!existsSync(recorded))("recorded bars (skipped where they are not there)", () => {
  it("are all read, each row a bar", () => {
    for (const file of readdirSync(recorded).filter((name) => name.endsWith(".csv"))) {
      const text = readFileSync(new URL(file, recorded), "utf8");
      const { bars } = barsInCsv(text, { file, symbol: null });
      expect(bars.dates).toHaveLength(text.trim().split("\n").length - 1);
    }
  });
});
