/** A part of a text: where it begins, and the place after its last character, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
