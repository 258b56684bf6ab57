import bullmq from "bullmq";

const { ErrorCode } = bullmq;

/** What BullMQ says of a job that is somebody else's by now, or was finished by them. */
const lost: readonly unknown[] = [
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobNotInState,
  ErrorCode.JobLockMismatch,
];

/** Whether a trouble is no more than that a job was lost, of which its signal tells already. */
export function isOfLostJob(trouble: Error): boolean {
  if ("code" in trouble && lost.includes(trouble.code)) return true;
  return trouble.message.startsWith("could not renew lock for job ");
}
