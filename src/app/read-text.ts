import { DeskError } from "#core/errors.ts";
import { readBytes } from "./read-bytes.ts";

/**
 * The text of a file or a stream. A byte order mark is no part of it.
 *
 * @throws DeskError `usage` where it is no text in UTF-8, and as {@link readBytes} does
 */
export async function readText(...source: Parameters<typeof readBytes>): Promise<string> {
  const bytes = await readBytes(...source);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const [name] = source;
    throw new DeskError(
      "usage",
      `${name} is no text in UTF-8. Save it as UTF-8, and give it again.`,
      {
        cause,
      },
    );
  }
}
