import type { Server, ServerResponse } from "node:http";

/**
 * Watches what a server answers.
 *
 * @returns waits for all answers that are being given
 */
export function watchAnswers(server: Server): () => Promise<void> {
  const answers = new Map<ServerResponse, Promise<void>>();
  server.on("request", (_request, answer) => {
    const given = Promise.withResolvers<void>();
    answers.set(answer, given.promise);
    answer.once("close", () => {
      answers.delete(answer);
      given.resolve();
    });
  });
  return async () => {
    await Promise.all(answers.values());
  };
}
