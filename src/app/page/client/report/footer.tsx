import { DISCLAIMER } from "#core/render/byline.ts";

interface FooterProps {
  readonly runId: string;
  /** Whether a chart is shown, whose licence asks for its notice. */
  readonly chart: boolean;
}

/** Which run it is, what it is not, and whose chart it shows. */
export function Footer({ runId, chart }: FooterProps) {
  return (
    <footer class="colophon">
      <p>Run {runId}</p>
      <p>{DISCLAIMER}</p>
      {chart ? (
        <p>
          Charts: TradingView Lightweight Charts™, Copyright (c) 2023 TradingView, Inc.{" "}
          <a href="https://www.tradingview.com/" rel="noopener noreferrer" target="_blank">
            https://www.tradingview.com/
          </a>
        </p>
      ) : null}
    </footer>
  );
}
