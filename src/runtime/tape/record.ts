import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { StructuredToolInterface } from "@langchain/core/tools";
import { DeskError } from "#core/errors.ts";
import type { MarketData, Recall } from "#core/ports.ts";
import { writeWhole } from "../write-whole.ts";
import { createCallers } from "./callers.ts";
import { FORMAT, type Header, type RecordedRequest, VERSION } from "./lines.ts";
import { createRecorder } from "./recorder.ts";
import { recordingMarket } from "./recording-market.ts";
import { recordingModel } from "./recording-model.ts";
import { type OpenMarket, recordingOpener } from "./recording-opener.ts";
import { recordingRecall } from "./recording-recall.ts";

/** Keeps all that one run asks and is told. */
export interface Tape {
  /** A model that answers as the given one does. */
  model(inner: BaseChatModel): BaseChatModel;
  /** A market that answers as the given one does. */
  market(inner: MarketData): MarketData;
  /** Tools over such a market, so that each question is kept with the tool call that asked it. */
  tools(inner: readonly StructuredToolInterface[]): readonly StructuredToolInterface[];
  open(inner: OpenMarket): OpenMarket;
  recall(inner: Recall): Recall;
  /**
   * Writes what is kept so far, as a whole file or none.
   *
   * @throws DeskError `storage` when it cannot be written, or when the run never opened a market
   */
  save(path: string): Promise<void>;
}

export interface TapeOptions {
  /** The model's name as results state it. */
  readonly model: string;
  readonly request: RecordedRequest;
  /** Keys and the like: never written, wherever they turn up. */
  readonly secrets: readonly string[];
}

/** A tape for one run. */
export function createTape({ model, request, secrets }: TapeOptions): Tape {
  const recorder = createRecorder(secrets);
  const callers = createCallers();
  let saving: Promise<void> = Promise.resolve();

  async function write(path: string): Promise<void> {
    const lines = recorder.lines();
    if (!lines.some(({ type }) => type === "opened")) {
      throw new DeskError(
        "storage",
        `nothing is kept in "${path}": the run ended before it asked for any data.`,
        { facts: { path } },
      );
    }
    const header: Header = recorder.clean({ format: FORMAT, version: VERSION, model, request });
    const end = { type: "end", lines: lines.length };
    await writeWhole(
      path,
      [header, ...lines, end].map((line) => `${JSON.stringify(line)}\n`).join(""),
    );
  }

  return {
    model: (inner) => recordingModel(inner, recorder),
    market: (inner) => recordingMarket(inner, recorder, callers.current),
    tools: callers.tools,
    open: (inner) => recordingOpener(inner, recorder),
    recall: (inner) => recordingRecall(inner, recorder),
    save(path) {
      // One after the other: both write the same temporary file.
      const saved = saving.then(() => write(path));
      saving = saved.catch(() => {});
      return saved;
    },
  };
}
