import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { selectRecord } from "#core/review/select-record.ts";
import { kept, late } from "./examples.ts";

const subject = { symbol: "ACME", sector: "Energy", asOf: "2024-06-28" };

describe("the decisions that a record is made from", () => {
  it("are those on the symbol and those on symbols of its sector", () => {
    const own = kept();
    const peer = kept({ symbol: "PEER" });
    const stranger = kept({ symbol: "OTHER", sector: "Utilities" });
    const unknown = kept({ symbol: "UNKNOWN", sector: null });
    expect(selectRecord([own, peer, stranger, unknown], subject)).toEqual({
      own: [own],
      peers: [peer],
    });
  });

  it("are of the same form where there is no sector, unless they are shares", () => {
    const sector = null;
    const coins = [kept({ symbol: "ETH-USD", sector }), kept({ symbol: "EURUSD=X", sector })];
    const coin = { symbol: "BTC-USD", sector, asOf: subject.asOf };
    expect(selectRecord(coins, coin).peers.map(({ symbol }) => symbol)).toEqual(["ETH-USD"]);
    const shares = [kept({ symbol: "PEER", sector })];
    expect(selectRecord(shares, { ...subject, sector }).peers).toEqual([]);
  });

  it("have ended by the day of the run: one that ends the day after is not recalled", () => {
    const ended = kept({ asOf: "2024-05-28" });
    const open = kept({ asOf: "2024-05-29" });
    expect(selectRecord([ended, open], subject).own).toEqual([ended]);
  });

  it("are the newest twenty, newest first", () => {
    const decisions = Array.from({ length: 30 }, (_, i) =>
      kept({ asOf: addDays("2024-01-01", i), horizon: "1w" }),
    );
    const { own } = selectRecord(decisions, subject);
    expect(own).toEqual(decisions.slice(10).reverse());
  });

  it("are of at most four peers, those decided on last", () => {
    const peers = ["A", "B", "C", "D", "E", "F"].map((symbol, i) =>
      kept({ symbol, asOf: addDays("2024-01-01", i) }),
    );
    const older = kept({ symbol: "F", asOf: "2023-01-02" });
    const symbols = selectRecord([older, ...peers], subject).peers.map(({ symbol }) => symbol);
    expect(symbols).toEqual(["F", "E", "D", "C", "F"]);
  });

  it("count once for a question that was asked again", () => {
    const again = kept({ decidedAt: "2024-01-31T18:00:00.000Z", action: "hold" });
    expect(selectRecord([kept(), again], subject).own).toEqual([again]);
  });

  it("count once for a day: the fullest desk, though its own has not ended", () => {
    const one = kept({ analysts: ["risk"], horizon: "1w", decidedAt: "2024-01-31T18:00:00.000Z" });
    expect(selectRecord([kept(), one], subject).own).toEqual([kept()]);
    expect(selectRecord([kept({ horizon: "12m" }), one], subject).own).toEqual([]);
  });

  it("are none made in hindsight, which takes no other's place", () => {
    const peer = late({ symbol: "PEER" });
    expect(selectRecord([kept(), late({ samples: 5 }), peer], subject)).toEqual({
      own: [kept()],
      peers: [],
    });
  });
});
