import { DeskError, messageOf } from "#core/errors.ts";

const MEBIBYTE = 1_048_576;

interface Limit {
  /** Bytes that are taken, a whole number of MiB. */
  readonly most: number;
  /** What to say of more: what it cannot be, and what to give. */
  readonly tooLarge: string;
}

/**
 * All bytes of a file or a stream.
 *
 * @param name what it is called in errors
 * @throws DeskError `usage` where it cannot be read, or holds more than is taken
 */
export async function readBytes(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { most, tooLarge }: Limit,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) {
        throw new DeskError("usage", `${name} is larger than ${most / MEBIBYTE} MiB: ${tooLarge}`);
      }
      read.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof DeskError) throw cause;
    throw new DeskError("usage", `cannot read ${name}: ${messageOf(cause)}.`, { cause });
  }
  return Buffer.concat(read);
}
