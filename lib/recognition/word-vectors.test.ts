import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadWordVectors, parseWordVectors } from "@/lib/recognition/word-vectors";
import { dotProduct } from "@/scoring/language/relevance/vector-arithmetic";
// @ts-expect-error The script is plain Node, so that it runs before anything is built; it has no types.
import { packWordVectors } from "@/scripts/pack-word-vectors.mjs";

let folder: string;
let target: string;
const pack = (options: object = {}): Promise<{ packed: boolean; words: number }> =>
  packWordVectors({ source: path.join(folder, "source.json"), target, id: "tiny/v1", ...options });

/** A source in the layout of wink-embeddings: components, then length and index of the word. */
function source(): string {
  const vectors: Record<string, number[]> = {
    the: [0.1, 0.1, 0.1, 0.2],
    ",": [1, 1, 1, 1],
    refund: [0.9, 0.1, 0, 0.2],
    payment: [0.8, 0.2, 0.1, 0.2],
    '"]:[': [0, 0, 0, 1],
    beach: [0, 0.9, 0.2, 0.1],
    sea: [0.1, 0.8, 0.3, 0.1],
    "ice-cream": [0, 1, 0, 0],
    lamp: [0.1, 0.2, 0.9, 0.4],
  };
  const words = Object.keys(vectors);
  const entries = words.map((word, index) => [word, [...(vectors[word] ?? []), 1, index]]);
  return JSON.stringify({
    precision: 8,
    l2NormIndex: 4,
    wordIndex: 5,
    size: 9,
    dimensions: 4,
    words,
    vectors: Object.fromEntries(entries),
    unkVector: [0, 0, 0, 0],
  });
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "word-vectors-"));
  target = path.join(folder, "packed", "en.bin");
  writeFileSync(path.join(folder, "source.json"), source());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("word vectors", () => {
  test("a language without a table has none, and so has a name that is no language", () => {
    expect(loadWordVectors("en", path.dirname(target))).toBeNull();
    expect(loadWordVectors("../en", path.dirname(target))).toBeNull();
  });

  test("packs alphabetic words once, and again only for another version", async () => {
    expect(await pack()).toEqual({ packed: true, words: 6 });
    const { mtimeMs } = statSync(target);
    expect(await pack()).toEqual({ packed: false, words: 6 });
    expect(statSync(target).mtimeMs).toBe(mtimeMs);
    expect(await pack({ id: "tiny/v2" })).toMatchObject({ packed: true });
  });

  test("reads back unit vectors with their neighbours and falling probabilities", () => {
    const vectors = loadWordVectors("en-GB", path.dirname(target));
    const refund = vectors?.vector("refund");
    if (!vectors || !refund) throw new Error("no table");
    expect(Math.hypot(...refund)).toBeCloseTo(1, 5);
    const cosine = (word: string) => dotProduct(vectors.vector(word) ?? new Float32Array(4), refund);
    const words = ["the", "refund", "payment", "beach", "sea", "lamp"].sort((a, b) => cosine(b) - cosine(a));
    expect(vectors.nearest(refund, 4)).toEqual(words.slice(0, 4));
    expect(words[0]).toBe("refund");
    expect(vectors.vector(",")).toBeNull();
    expect(vectors.vector("unheard")).toBeNull();
    expect(vectors.probability("the")).toBeGreaterThan(vectors.probability("refund"));
    expect(vectors.probability("lamp")).toBeGreaterThanOrEqual(vectors.probability("unheard"));
    expect(vectors.probability("unheard")).toBeGreaterThan(0);
    expect(loadWordVectors("en", path.dirname(target))).toBe(vectors);
  });

  test("a truncated or altered table is no table", () => {
    const bytes = readFileSync(target);
    expect(parseWordVectors(bytes)).not.toBeNull();
    expect(parseWordVectors(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(parseWordVectors(bytes.subarray(0, 5))).toBeNull();
    expect(parseWordVectors(Buffer.concat([bytes, Buffer.from([0])]))).toBeNull();
    const damaged = Buffer.from(bytes);
    damaged.write("{{", 12);
    expect(parseWordVectors(damaged)).toBeNull();
    damaged.writeUInt32LE(0xffffffff, 8);
    expect(parseWordVectors(damaged)).toBeNull();
  });

  test("a source that is no table of vectors is refused, and nothing is left behind", async () => {
    writeFileSync(path.join(folder, "other.json"), '{"a":1}');
    const other = path.join(folder, "other", "en.bin");
    await expect(pack({ source: path.join(folder, "other.json"), target: other })).rejects.toThrow(/wink-embeddings/);
    expect(() => statSync(path.dirname(other))).toThrow();
  });
});
