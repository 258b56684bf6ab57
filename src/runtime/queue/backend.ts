import type { BackendFactory, IQueueBackend } from "bullmq";

/** Where BullMQ keeps a queue: its connections, and how it is asked over them. */
export interface QueueBackend {
  /** It has its connections already: those that BullMQ could name are not looked at. */
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Ends the asking: whoever still waits for an answer is told that there is none. */
  close(): Promise<void>;
}
