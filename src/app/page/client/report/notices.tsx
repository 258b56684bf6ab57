import { counted } from "#core/render/counted.ts";
import { titleOf } from "#core/render/wording.ts";
import type { Provenance } from "#core/result.ts";

interface NoticesProps {
  readonly data: Provenance | null;
  /** What invented figures say nothing about. */
  readonly subject: string;
  /** What is amiss with the data, each with a word for its kind. */
  readonly flags?: readonly { readonly kind: string; readonly message: string }[];
  readonly missing: readonly string[];
  readonly gaps: number;
}

/** What a reader must know before believing any of it. */
export function Notices({ data, subject, flags = [], missing, gaps }: NoticesProps) {
  return (
    <>
      {data?.synthetic ? (
        <p class="notice loud">
          <strong>Invented figures.</strong> {data.notice ?? "They come from a made-up market."}{" "}
          Nothing on this page says anything about {subject}.
        </p>
      ) : null}
      {data !== null && !data.synthetic && data.notice !== null ? (
        <p class="notice">{data.notice}</p>
      ) : null}
      {flags.map(({ kind, message }) => (
        <p class="notice" key={message}>
          <strong>{titleOf(kind)} data:</strong> {message}
        </p>
      ))}
      {gaps > 0 ? (
        <p class="notice">
          {counted(gaps, "gap", "gaps")}: not everybody who was asked has answered.{" "}
          <a href="#gaps">What is missing, and why</a>
        </p>
      ) : null}
      {missing.map((sentence) => (
        <p class="notice" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}
