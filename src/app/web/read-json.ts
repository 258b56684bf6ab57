import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { quoted } from "#core/errors.ts";

/**
 * Lets through bodies of JSON up to so many bytes. A larger one is refused before it is read.
 *
 * @param most in bytes
 */
export function smallJson(most: number): readonly [MiddlewareHandler, MiddlewareHandler] {
  const isJson: MiddlewareHandler = async ({ req }, next) => {
    const type = req.header("content-type") ?? "none";
    if (!/^application\/json\s*(;|$)/i.test(type)) {
      throw new HTTPException(415, {
        message: `content type ${quoted(type)} cannot be read here. Send application/json.`,
      });
    }
    await next();
  };
  const isSmall = bodyLimit({
    maxSize: most,
    onError() {
      throw new HTTPException(413, {
        message: `The body is larger than ${most / 1024} kB, which is the most that is read here.`,
      });
    },
  });
  return [isSmall, isJson];
}

/**
 * The body of a request.
 *
 * @throws HTTPException 400 where it is none of what is expected
 */
export async function readJson<Shape>({ req }: Context, schema: z.ZodType<Shape>): Promise<Shape> {
  const value = await req.json().catch(() => {
    throw new HTTPException(400, { message: "The body is no JSON." });
  });
  return fitting(value, schema);
}

/**
 * The query of a request.
 *
 * @throws HTTPException 400 where it is none of what is expected
 */
export function readQuery<Shape>({ req }: Context, schema: z.ZodType<Shape>): Shape {
  return fitting(req.query(), schema);
}

function fitting<Shape>(value: unknown, schema: z.ZodType<Shape>): Shape {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new HTTPException(400, { message: `This cannot be used: ${z.prettifyError(read.error)}` });
}
