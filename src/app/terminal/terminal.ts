/** Where a command prints: a report for programs and pipes, progress for whoever watches. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The part of a stream that printing needs. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** @param left told once the text has left the process, or why it cannot */
  write(text: string, left?: (failure?: Error | null) => void): unknown;
}
