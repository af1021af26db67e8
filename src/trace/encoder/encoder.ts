/** The port of whatever turns texts into vectors: the built-in static encoder, or a learned model. */
export interface Encoder {
  /** Names the model and its version; vectors of two ids are never compared. */
  readonly id: string;
  readonly dims: number;
  /**
   * Row-major vectors, `texts.length × dims`, each of length 1; a text without words has a row of
   * zeros. The same text always gives the same row, whatever stands beside it.
   */
  encode(texts: readonly string[]): Float32Array | Promise<Float32Array>;
}
