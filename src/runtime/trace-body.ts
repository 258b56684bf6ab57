import { redactor } from "./redact.ts";

export interface TraceCleaning {
  /** What must not be sent, wherever it stands. */
  readonly secrets: readonly string[];
  /** Whether the words of failures, with their stacks and paths, stay here. */
  readonly hidesErrors: boolean;
}

/** A part's header and JSON. JSON has no bare line break, so none of its texts can end the part. */
const ERROR_PART = /(name="(?:post|patch)\.[^"\r]*\.error"\r\n[^\r]*\r\n\r\n)"[^\r]*/g;
const ERROR_FIELD = /("error":\s*)"(?:[^"\\]|\\.)*"/g;
const MEASURED_PART = /; length=\d+(\r\n\r\n)([^\r]*)/g;

/**
 * The body of a request to LangSmith, a form of JSON parts or one JSON, without secrets and, where
 * asked, without the words of failures. That there was a failure stays.
 */
export function cleanTraceBody(body: string, { secrets, hidesErrors }: TraceCleaning): string {
  const asInJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const clean = redactor([...secrets, ...asInJson])(body);
  const told = hidesErrors
    ? clean.replace(ERROR_PART, '$1"hidden"').replace(ERROR_FIELD, '$1"hidden"')
    : clean;
  // Each part tells its length, which may be another now.
  return told.replace(
    MEASURED_PART,
    (_, gap: string, data: string) => `; length=${Buffer.byteLength(data)}${gap}${data}`,
  );
}
