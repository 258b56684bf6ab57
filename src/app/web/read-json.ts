import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { quoted } from "#core/errors.ts";

/**
 * Lets through bodies of JSON that state no length above so many bytes: a larger one is refused before it
 * is read. One that states none is held to it by {@link readJson}.
 *
 * @param most in bytes
 */
export function smallJson(most: number): MiddlewareHandler {
  return async ({ req }, next) => {
    if (Number(req.header("content-length") ?? 0) > most) throw tooLarge(most);
    const type = req.header("content-type") ?? "none";
    if (!/^application\/json\s*(;|$)/i.test(type)) {
      throw new HTTPException(415, {
        message: `content type ${quoted(type)} cannot be read here. Send application/json.`,
      });
    }
    await next();
  };
}

/**
 * The body of a request.
 *
 * @param most in bytes
 * @throws HTTPException 400 where it is none of what is expected; 413 where it is larger
 */
export async function readJson<Shape>(
  { req }: Context,
  schema: z.ZodType<Shape>,
  most: number,
): Promise<Shape> {
  return fitting(jsonIn(await bytesOf(req.raw.body, most)), schema);
}

/**
 * The query of a request.
 *
 * @throws HTTPException 400 where it is none of what is expected
 */
export function readQuery<Shape>({ req }: Context, schema: z.ZodType<Shape>): Shape {
  return fitting(req.query(), schema);
}

async function bytesOf(body: Request["body"], most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // What is left unread keeps its connection, over which the refusal is still to be sent.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new HTTPException(400, { message: "The body is no JSON." });
  }
}

function tooLarge(most: number): HTTPException {
  return new HTTPException(413, {
    message: `The body is larger than ${most / 1024} kB, which is the most that is read here.`,
  });
}

function fitting<Shape>(value: unknown, schema: z.ZodType<Shape>): Shape {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new HTTPException(400, { message: `This cannot be used: ${z.prettifyError(read.error)}` });
}
