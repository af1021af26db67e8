/** A half-open range `[begin, end)` of UTF-16 units in an article's text. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}
