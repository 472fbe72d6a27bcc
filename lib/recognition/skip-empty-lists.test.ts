import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import createModule, { type Decoder } from "soundswallower";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeRecording } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { ALIGNMENT_BEAMS } from "@/lib/recognition/align-words";
import { loadDecoder } from "@/lib/recognition/load-decoder";
import { skipEmptyLists } from "@/lib/recognition/skip-empty-lists";

const PACKAGE = import.meta.resolve("soundswallower");
const RECORDING = path.resolve(import.meta.dirname, "../../public/fixtures/one-line.mp3");
const SAID = "i once helped a customer with a broken lamp and it was fine";

describe("the module of the installed package", () => {
  let wasm: Buffer;
  beforeAll(async () => {
    wasm = await readFile(new URL("soundswallower.node.wasm", PACKAGE));
  });

  test("is known: when a new version is not, alignment takes twice the time", () => {
    const shortened = skipEmptyLists(wasm);
    expect(shortened).not.toBeNull();
    expect(shortened && WebAssembly.validate(shortened)).toBe(true);
  });

  test("is not changed a second time", () => {
    const shortened = skipEmptyLists(wasm);
    expect(shortened && skipEmptyLists(shortened)).toBeNull();
  });

  test.each([
    ["cut short", () => wasm.subarray(0, wasm.length - 1_000)],
    ["with the loop in it twice", () => Buffer.concat([wasm, wasm])],
  ])("%s is left alone", (_, module) => {
    expect(skipEmptyLists(module())).toBeNull();
  });
});

test("another module is left alone", () => {
  expect(skipEmptyLists(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))).toBeNull();
  expect(skipEmptyLists(new Uint8Array())).toBeNull();
});

describe("what the aligner finds is the same to the last bit with the package as it comes", () => {
  const settings = { ...ALIGNMENT_BEAMS };
  let pcm: Float32Array;
  let original: Decoder;
  let shortened: Decoder;
  beforeAll(async () => {
    pcm = (await decodeRecording(RECORDING, { limits: DEFAULT_MEDIA_LIMITS })).pcm;
    const modelBase = fileURLToPath(new URL("model/", PACKAGE));
    // Reason for `as`: the package's types miss modelBase.
    const module = await createModule({ modelBase } as Parameters<typeof createModule>[0]);
    const hmm = module.get_model_path("en-us");
    original = new module.Decoder({ hmm, loglevel: "FATAL", samprate: 16_000, bestpath: false, ...settings });
    await original.initialize();
    shortened = await loadDecoder("en-us", settings);
  });

  test.each([
    ["words in the order of a text", (decoder: Decoder) => decoder.set_align_text(SAID)],
    [
      "words in any order",
      (decoder: Decoder) =>
        decoder.set_grammar(
          `#JSGF V1.0;\ngrammar any;\npublic <said> = (${[...new Set(SAID.split(" "))].join(" | ")})+ ;\n`,
        ),
    ],
  ])("%s", (_, prepare) => {
    const [expected, found] = [original, shortened].map((decoder) => {
      prepare(decoder);
      decoder.start();
      decoder.process_audio(pcm, false, true);
      decoder.stop();
      return decoder.get_alignment({ align_level: 1 });
    });
    expect(found?.w?.length).toBeGreaterThan(5);
    expect(found).toEqual(expected);
  });
});
