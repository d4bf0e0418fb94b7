/** The smallest hashes of a text's shingles: of bounded size, enough to estimate how much two texts share. */
export interface Sketch {
  /** Ascending, without repeats. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** True where `hashes` holds every shingle of the text. */
  readonly whole: boolean;
}
