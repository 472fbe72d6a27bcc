import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { WordVectors } from "@/scoring/language/word-vectors";

const MAGIC = "EARWORD1";
/** Tables of another layout are not read; `scripts/pack-word-vectors.mjs` writes this one. */
const TABLE_VERSION = 1;
const START_BYTES = 12;
const MAX_HEADER_BYTES = 4_096;

const tableHeader = z.strictObject({
  id: z.string().min(1).max(100),
  version: z.literal(TABLE_VERSION),
  language: z.string().regex(/^[a-z]{2,3}$/),
  dimensions: z.int().min(1).max(1_000),
  count: z.int().min(1).max(1_000_000),
  listedWords: z.int().min(1).max(10_000_000),
  wordBytes: z.int().min(1).max(50_000_000),
});

/**
 * Zipf-Mandelbrot law of word frequency: p(rank) = 1 / (S * (rank + 2.7)), with S such that the ranks of the source's
 * list sum to 1 (Mandelbrot 1953; 2.7 is the usual offset for English).
 */
const ZIPF_OFFSET = 2.7;
/** Digamma(3.7): what the harmonic sum from rank 1 lacks beside the logarithm. */
const ZIPF_START = 1.167;

const loaded = new Map<string, WordVectors | null>();

/**
 * The packed word vectors of a language from `DATA_DIR/word-vectors`, read once per process; null when there is no
 * table, or one that is damaged or of another layout (relevance is then unmeasurable with `no_vectors`).
 */
export function loadWordVectors(language: string, directory: string): WordVectors | null {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? "";
  if (!/^[a-z]{2,3}$/.test(primary)) return null;
  const file = path.join(directory, `${primary}.bin`);
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const bytes = readIfThere(file);
  // A missing table is looked for again: it may be packed while the server runs.
  if (bytes === null) return null;
  const vectors = parseWordVectors(bytes);
  loaded.set(file, vectors);
  return vectors;
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Reads a packed table; null when its magic, header or length is not as written by the packer. */
export function parseWordVectors(bytes: Buffer): WordVectors | null {
  const header = parseHeader(bytes);
  if (header === null) return null;
  const { count, dimensions } = header;
  const wordsAt = START_BYTES + bytes.readUInt32LE(8);
  const ranksAt = wordsAt + header.wordBytes;
  const scalesAt = ranksAt + 4 * count;
  const componentsAt = scalesAt + 4 * count;
  if (bytes.length !== componentsAt + count * dimensions) return null;
  const words = bytes.toString("utf8", wordsAt, ranksAt).trimEnd().split("\n");
  if (words.length !== count) return null;
  return tableOf(header, {
    words,
    ranks: new Uint32Array(copyOf(bytes, ranksAt, scalesAt)),
    scales: new Float32Array(copyOf(bytes, scalesAt, componentsAt)),
    components: new Int8Array(copyOf(bytes, componentsAt, bytes.length)),
  });
}

type TableHeader = z.infer<typeof tableHeader>;

function parseHeader(bytes: Buffer): TableHeader | null {
  if (bytes.length < START_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) return null;
  const headerBytes = bytes.readUInt32LE(8);
  if (headerBytes > MAX_HEADER_BYTES) return null;
  try {
    const json: unknown = JSON.parse(bytes.toString("utf8", START_BYTES, START_BYTES + headerBytes));
    return tableHeader.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}

/** An own buffer: typed arrays need aligned offsets, which a Buffer from the pool does not promise. */
function copyOf(bytes: Buffer, from: number, to: number): ArrayBuffer {
  const copy = new ArrayBuffer(to - from);
  new Uint8Array(copy).set(bytes.subarray(from, to));
  return copy;
}

interface TableColumns {
  readonly words: readonly string[];
  readonly ranks: Uint32Array;
  /** `scale * component` has unit length. */
  readonly scales: Float32Array;
  readonly components: Int8Array;
}

function tableOf(header: TableHeader, columns: TableColumns): WordVectors {
  const { dimensions } = header;
  const indexOf = new Map(columns.words.map((word, index) => [word, index]));
  const zipfSum = Math.log(header.listedWords + ZIPF_OFFSET) - ZIPF_START;
  const probabilityOf = (rank: number) => 1 / (zipfSum * (rank + ZIPF_OFFSET));
  const unknown = probabilityOf(header.listedWords);
  return {
    id: header.id,
    dimensions,
    vector(word) {
      const index = indexOf.get(word);
      return index === undefined ? null : unitVector(columns, index, dimensions);
    },
    probability(word) {
      const rank = columns.ranks[indexOf.get(word) ?? -1];
      return rank === undefined ? unknown : probabilityOf(rank);
    },
    nearest: remembered((vector, count) => nearestWords(columns, vector, count)),
  };
}

function unitVector(columns: TableColumns, index: number, dimensions: number): Float32Array | null {
  const scale = columns.scales[index] ?? 0;
  if (scale === 0) return null;
  const start = index * dimensions;
  // A plain loop: this runs for every content word of an answer, and a mapping callback costs four times as much.
  const vector = new Float32Array(dimensions);
  for (let d = 0; d < dimensions; d++) vector[d] = (columns.components[start + d] ?? 0) * scale;
  return vector;
}

/** The same few prompts are asked of every candidate: their neighbourhoods are worth keeping. */
const MAX_REMEMBERED = 200;

function remembered(search: WordVectors["nearest"]): WordVectors["nearest"] {
  const results = new Map<string, readonly string[]>();
  return (vector, count) => {
    const key = `${count}:${vector.join()}`;
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = search(vector, count);
    if (results.size >= MAX_REMEMBERED) results.clear();
    results.set(key, result);
    return result;
  };
}

/** Brute force over the table: 5 million products, a few milliseconds. */
function nearestWords(columns: TableColumns, vector: Float32Array, count: number): readonly string[] {
  const { words, scales, components } = columns;
  const dimensions = vector.length;
  const cosines = new Float32Array(words.length);
  for (let index = 0; index < words.length; index++) {
    let sum = 0;
    const start = index * dimensions;
    for (let d = 0; d < dimensions; d++) sum += (components[start + d] ?? 0) * (vector[d] ?? 0);
    cosines[index] = sum * (scales[index] ?? 0);
  }
  return bestIndices(cosines, count).map((index) => words[index] ?? "");
}

/** Indices of the `count` largest values, largest first, ties by index. */
function bestIndices(values: Float32Array, count: number): number[] {
  const best: number[] = [];
  const at = (index: number) => values[index] ?? -Infinity;
  for (let index = 0; index < values.length; index++) {
    if (best.length >= count && at(index) <= at(best[best.length - 1] ?? -1)) continue;
    let place = best.length;
    while (place > 0 && at(best[place - 1] ?? -1) < at(index)) place -= 1;
    best.splice(place, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}
