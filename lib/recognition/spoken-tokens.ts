import type { Decoder } from "soundswallower";
import { ALIGNMENT_LANGUAGES, type AlignmentModel } from "@/lib/recognition/alignment-model";

/** One dictionary word that is to be found in the sound. */
export interface SpokenToken {
  readonly token: string;
  /** Index of the written word that it belongs to. */
  readonly word: number;
  readonly phones: number;
}

export interface SpokenText {
  readonly tokens: readonly SpokenToken[];
  /** Words that the decoder's dictionary has got from this text. */
  readonly added: number;
}

/** The dictionary words of the text; words that the dictionary lacks are added with their pronunciation by rule. */
export function spokenTokens(words: readonly string[], model: AlignmentModel, decoder: Decoder): SpokenText {
  const language = ALIGNMENT_LANGUAGES[model];
  const phonesOf = (token: string): string => (token === "" ? "" : (decoder.lookup_word(token) ?? ""));
  const known = (token: string): boolean => phonesOf(token) !== "";
  let added = 0;
  const tokens = words.flatMap((written, word) =>
    language.spoken(written, known).flatMap((token) => {
      if (!known(token)) {
        const phones = language.pronounce(token);
        if (phones === "") return [];
        decoder.add_words([token, phones]);
        added += 1;
      }
      return [{ token, word, phones: phonesOf(token).split(" ").length }];
    }),
  );
  return { tokens, added };
}
