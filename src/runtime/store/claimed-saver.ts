import type { RunnableConfig } from "@langchain/core/runnables";
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  type PendingWrite,
} from "@langchain/langgraph-checkpoint";
import type { Attempt } from "#core/run-store.ts";
import type { Fence } from "./fence.ts";
import type { Resilience } from "./resilient.ts";

/** How many attempts have versions of their own. */
const ATTEMPTS = 1_000;

export interface ClaimedSaverOptions {
  readonly claim: Attempt;
  /** Where the checkpoints are; asked for with the first of them. */
  readonly saver: () => Promise<BaseCheckpointSaver>;
  readonly guard: Fence;
  readonly resilience: Resilience;
}

/**
 * A saver that writes only while a claim holds, and outlasts the moments in which the database is gone.
 *
 * @throws DeskError `taken_over` from writes when the claim does not hold; `storage` when the checkpoints
 *   cannot be read or written
 */
export class ClaimedSaver extends BaseCheckpointSaver {
  readonly #options: ClaimedSaverOptions;

  constructor(options: ClaimedSaverOptions) {
    super();
    this.#options = options;
  }

  override getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    return this.#read((saver) => saver.getTuple(config));
  }

  override async *list(
    config: RunnableConfig,
    options?: CheckpointListOptions,
  ): AsyncGenerator<CheckpointTuple> {
    // All of them before the first is given: asked again in between, some would be given twice.
    yield* await this.#read((saver) => Array.fromAsync(saver.list(config, options)));
  }

  override put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    return this.#write((saver) => saver.put(config, checkpoint, metadata, newVersions));
  }

  override putWrites(
    config: RunnableConfig,
    writes: PendingWrite[],
    taskId: string,
    taskPath?: string,
  ): Promise<void> {
    return this.#write((saver) => saver.putWrites(config, writes, taskId, taskPath));
  }

  override deleteThread(threadId: string): Promise<void> {
    return this.#write((saver) => saver.deleteThread(threadId));
  }

  /**
   * Versions that no other attempt gives. The guard and the write are two steps: a process that is frozen
   * between them writes when it wakes up, and must not put its value in the place of another's.
   */
  override getNextVersion(current = 0): number {
    return (
      (Math.floor(current / ATTEMPTS) + 1) * ATTEMPTS + (this.#options.claim.attempt % ATTEMPTS)
    );
  }

  #read<T>(work: (saver: BaseCheckpointSaver) => Promise<T>): Promise<T> {
    const { claim, saver, resilience } = this.#options;
    return resilience(`read the checkpoints of run ${claim.runId}`, async () =>
      work(await saver()),
    );
  }

  #write<T>(work: (saver: BaseCheckpointSaver) => Promise<T>): Promise<T> {
    const { claim, saver, guard, resilience } = this.#options;
    return resilience(`write the checkpoints of run ${claim.runId}`, async () => {
      await guard(claim);
      return work(await saver());
    });
  }
}
