import { fileURLToPath } from "node:url";
import createModule, { type Decoder } from "soundswallower";
import type { AlignmentModel } from "@/lib/recognition/alignment-model";

/** A decoder with one of the package's acoustic models and dictionaries; `settings` are PocketSphinx's own names. */
export async function loadDecoder(
  name: AlignmentModel,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<Decoder> {
  const modelBase = fileURLToPath(new URL("model/", import.meta.resolve("soundswallower")));
  // Reason for `as`: the package's types miss the settings that its README documents (modelBase).
  const module = await createModule({ modelBase } as Parameters<typeof createModule>[0]);
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
