/** Static word vectors, handed to the engine by the application (lib/recognition/word-vectors). */
export interface WordVectors {
  /** Names the table, for pins: the same id means the same numbers. */
  readonly id: string;
  readonly dimensions: number;
  /** Unit-length vector of a lower-case word, or null when unknown. The array must not be changed. */
  vector(word: string): Float32Array | null;
  /** Share of running words that are this word, 0..1 (estimated from its rank); small but > 0 when unknown. */
  probability(word: string): number;
  /** The `count` known words nearest by cosine to the vector, nearest first. */
  nearest(vector: Float32Array, count: number): readonly string[];
}
