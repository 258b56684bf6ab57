/** What a consideration is about. */
export type Subject =
  | "reward"
  | "backing"
  | "outbreak"
  | "earnings"
  | "swings"
  | "bad day"
  | "fall";

/** What a consideration multiplies a plan's size by, in the eyes of two tempers. */
interface Factors {
  /** 1 or more where it speaks for the plan; less where even a bold reviewer goes back. */
  readonly bold: number;
  /** 1 or less; 0 rules the plan out. */
  readonly careful: number;
}

/** Something that bears on how much of a plan to put on. */
export interface Consideration extends Factors {
  readonly subject: Subject;
  /** A sentence that stands by itself, with its figures. */
  readonly text: string;
}

/** A consideration that leaves a size as it is but for the factors given. */
export function consider(
  subject: Subject,
  text: string,
  { bold = 1, careful = 1 }: Partial<Factors> = {},
): Consideration {
  return { subject, text, bold, careful };
}
