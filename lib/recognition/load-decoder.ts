import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import createModule, { type Decoder, type SoundSwallowerModule } from "soundswallower";
import type { AlignmentModel } from "@/lib/recognition/alignment-model";
import { skipEmptyLists } from "@/lib/recognition/skip-empty-lists";

/** A decoder with one of the package's acoustic models and dictionaries; `settings` are PocketSphinx's own names. */
export async function loadDecoder(
  name: AlignmentModel,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<Decoder> {
  const module = await loadModule();
  const decoder = new module.Decoder({
    hmm: module.get_model_path(name),
    loglevel: "FATAL",
    samprate: 16_000,
    bestpath: false,
    ...settings,
  });
  await decoder.initialize();
  return decoder;
}

/** With the shorter loop of {@link skipEmptyLists}; a package that it does not know is taken as it is: right, but slow. */
async function loadModule(): Promise<SoundSwallowerModule> {
  const packageUrl = import.meta.resolve("soundswallower");
  const shortened = skipEmptyLists(await readFile(new URL("soundswallower.node.wasm", packageUrl)));
  const settings = {
    modelBase: fileURLToPath(new URL("model/", packageUrl)),
    ...(shortened && { wasmBinary: shortened.buffer }),
  };
  // Reason for `as`: the package's types miss the settings that its README documents (modelBase).
  return createModule(settings as Parameters<typeof createModule>[0]);
}
